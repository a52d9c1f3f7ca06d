package io.github.tapvirtuous.sync.query;

import java.time.LocalDate;
import java.util.List;

/**
 * What was chosen of a table's options to ask for rows with, and has yet to be proven. All that is
 * worth keeping of the options.
 */
public sealed interface Chosen {
  /** Its name, as the options spell it. */
  String parameter();

  /** What is asked of it. */
  Operator operator();

  /** For messages. */
  default String inWords() {
    return "\"" + parameter() + "\" " + operator().said();
  }

  /**
   * How rows are asked for by their modified date.
   *
   * @param operator at or after a day, or after it
   */
  record ModifiedDate(String parameter, Operator operator) implements Chosen {
    /** Rows modified since a day, and perhaps some before. */
    public Condition since(LocalDate day) {
      return new Condition.ModifiedSince(this, day);
    }
  }

  /**
   * How rows are asked for from a key on.
   *
   * @param operator at or above a number, or above it
   * @param below below a number, or up to it: the other half, which the proof takes
   */
  record KeyRange(String parameter, Operator operator, Operator below) implements Chosen {
    /** Rows whose key is this one or a higher one. */
    public Condition from(long key) {
      return new Condition.KeyFrom(this, key);
    }

    /** All others. */
    public Condition below(long key) {
      return new Condition.KeyBelow(this, key);
    }
  }

  /**
   * How rows are asked for by their keys.
   *
   * @param operator how several keys are asked for
   * @param one how a single key is
   */
  record KeyList(String parameter, Operator operator, Operator one) implements Chosen {
    /** The row of one key. */
    public Condition is(long key) {
      return in(List.of(key));
    }

    /** The rows of these keys. */
    public Condition in(List<Long> keys) {
      return new Condition.KeysIn(this, keys);
    }
  }
}
