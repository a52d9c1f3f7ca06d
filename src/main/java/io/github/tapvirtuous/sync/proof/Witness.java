package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.Condition;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A row that was created some days before it was modified.
 *
 * @param key of the row
 * @param modified when it was, as far as is known: it may have been modified since
 */
public record Witness(long key, Instant modified) {
  /** Since this day it was modified in any zone, but not created. */
  public LocalDate day() {
    return AskedDay.of(modified).minusDays(1);
  }

  /**
   * What only a server finds that looks at the modified date; to be asked with room for a second
   * row, which would show that it finds more than that.
   */
  Condition question(ModifiedDate date, KeyList keys) {
    return date.since(day()).and(keys.is(key));
  }

  /** The same row as a reply shows it: it may have been modified since. */
  Witness in(Answer answer) {
    return answer.rows().stream()
        .filter(row -> row.key() == key && row.isWitness())
        .findFirst()
        .map(row -> new Witness(key, row.modified()))
        .orElse(this);
  }

  /** What shows whether the row is still there, when it was not found. */
  public Condition alone(KeyList keys) {
    return keys.is(key);
  }
}
