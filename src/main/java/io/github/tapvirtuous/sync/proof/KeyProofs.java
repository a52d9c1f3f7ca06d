package io.github.tapvirtuous.sync.proof;

import static io.github.tapvirtuous.sync.proof.Verdict.PROVEN;

import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import java.util.List;
import java.util.Set;

/** What has to be shown before conditions on keys are believed. Judges replies, asks for none. */
public final class KeyProofs {
  /** Some keys may be gone; of so many not all. */
  private static final int MANY = 10;

  private KeyProofs() {}

  /**
   * Whether <em>key from</em> parts the table in two, and each row is in one half.
   *
   * @param base the key from which on rows were asked for
   * @param from the first page from there
   * @param below the answer to the other half
   * @param before rows of the table as counted before
   * @param after as counted afterwards; the same while that was not asked for
   */
  public static Verdict parts(
      KeyRange range, long base, Answer from, Answer below, long before, long after) {
    if (from.isRefused() || below.isRefused()) {
      var status = from.isRefused() ? from.status() : below.status();
      return Verdict.disproven("Virtuous refuses %s (HTTP %d)".formatted(range.inWords(), status));
    }
    if (from.rows().stream().anyMatch(row -> row.key() < base)
        || below.rows().stream().anyMatch(row -> row.key() >= base)) {
      return Verdict.disproven(range.inWords() + " brings rows of the other side");
    }
    if (Math.min(from.total(), below.total()) < 0 || Math.min(before, after) <= 0) {
      return Verdict.open("Virtuous does not say how many rows there are");
    }
    var rows = from.total() + below.total();
    return Math.min(before, after) <= rows && rows <= Math.max(before, after)
        ? PROVEN
        : Verdict.disproven(
            "%s does not part the table: %d rows from a key on and %d below do not make %d"
                .formatted(range.inWords(), from.total(), below.total(), after));
  }

  /** Whether the rows that came are some of those whose keys were asked for. */
  public static Verdict areAsked(KeyList list, List<Long> keys, Answer answer) {
    if (answer.isRefused()) {
      return Verdict.disproven(
          "Virtuous refuses %s (HTTP %d)".formatted(list.inWords(), answer.status()));
    }
    var asked = Set.copyOf(keys);
    if (answer.rows().stream().anyMatch(row -> !asked.contains(row.key()))) {
      return Verdict.disproven(list.inWords() + " brings keys that were not asked for");
    }
    return answer.rows().isEmpty() && keys.size() >= MANY
        ? Verdict.disproven("%s brings none of %d keys".formatted(list.inWords(), keys.size()))
        : PROVEN;
  }
}
