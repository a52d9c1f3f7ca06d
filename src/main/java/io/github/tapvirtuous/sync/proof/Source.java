package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.query.QueryOptions;
import java.time.Instant;
import java.util.Optional;

/**
 * Where questions about one table are asked. What brings no answer after a few tries fails with a
 * {@link SourceException}; a refusal is an answer.
 */
public interface Source {
  /** None of a table for which Virtuous has no such page. */
  QueryOptions options();

  /**
   * The first rows that meet a condition.
   *
   * @param condition none for all rows
   * @param take how many rows to bring at most
   */
  Answer ask(Optional<Condition> condition, int take);

  /**
   * The last rows that meet a condition, the very last in front.
   *
   * @param take how many rows to bring at most
   */
  Answer askFromTheEnd(Condition condition, int take);

  /** When the last reply was sent, by the server's clock. */
  Instant now();
}
