package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.table.Table;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out whether rows of a table may be asked for from a key on: with three questions, or four
 * where rows come and go meanwhile. That is asked in every run: nothing else shows it.
 */
public final class KeyInquiry {
  private static final int ONE = 1;

  private final Table table;
  private final Source source;
  private final Duration kept;
  private final int page;

  /**
   * About one table.
   *
   * @param kept how long it is known what can be asked
   * @param page rows that one request brings: a table that has no more is not worth a proof
   */
  public KeyInquiry(Table table, Source source, Duration kept, int page) {
    this.table = table;
    this.source = source;
    this.kept = kept;
    this.page = page;
  }

  /**
   * Whether rows may be asked for by their keys.
   *
   * @param range how; empty where that is not believed
   * @param why it is not believed, a clause for the report
   * @param evidence to be kept
   */
  public record Found(Optional<KeyRange> range, String why, Evidence evidence) {
    private static Found no(String why, Evidence evidence) {
      return new Found(Optional.empty(), why, evidence);
    }
  }

  /**
   * Asks as much as it takes.
   *
   * @param known from runs before
   * @param key from which on rows are to be asked for
   */
  public Found from(Evidence known, long key) {
    var evidence = known.chosen(table, source, kept);
    var range = evidence.choice().range();
    if (range.isEmpty()) {
      return Found.no("Virtuous knows no condition on its keys", evidence);
    }
    if (evidence.doubt().stands(source.now(), kept, Witnesses.NONE)) {
      return Found.no(evidence.doubt().why(), evidence);
    }
    var total = source.ask(Optional.empty(), ONE).total();
    return total >= 0 && total < page
        ? Found.no("it fits one page", evidence)
        : parted(range.get(), key, total, evidence);
  }

  /** The row below the key is asked for from the end: it is the highest of its side. */
  private Found parted(KeyRange range, long key, long before, Evidence evidence) {
    var from = source.ask(Optional.of(range.from(key)), ONE);
    var below = source.askFromTheEnd(range.below(key), ONE);
    var verdict = KeyProofs.parts(range, key, from, below, before, before);
    if (!verdict.isBelieved()) { // rows may have come or gone meanwhile
      var after = source.ask(Optional.empty(), ONE).total();
      verdict = KeyProofs.parts(range, key, from, below, before, after);
    }
    return verdict.isBelieved()
        ? new Found(Optional.of(range), "", evidence)
        : Found.no(verdict.why(), evidence.doubted(verdict.why(), false, source.now()));
  }
}
