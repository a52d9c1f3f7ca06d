package io.github.tapvirtuous.sync.proof;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A few rows to ask for in proof, those modified last: rows come and go, and one may be gone when
 * it is asked for.
 *
 * @param kept no key twice, the one modified last in front
 */
public record Witnesses(List<Witness> kept) {
  static final int MOST = 3;
  public static final Witnesses NONE = new Witnesses(List.of());
  private static final Comparator<Witness> LATEST_FIRST =
      Comparator.comparing(Witness::modified).reversed().thenComparing(Witness::key);

  public Witnesses {
    kept = List.copyOf(kept);
  }

  /** These and a row that was read, if it is a better one. */
  public Witnesses with(RowDates row) {
    return row.isWitness() && isOfUse(row) ? with(new Witness(row.key(), row.modified())) : this;
  }

  /** Whether only a row that was modified later is of use. */
  public boolean isFull() {
    return kept.size() == MOST;
  }

  /** When the one was modified that would make way for another. */
  public Instant earliest() {
    return kept.get(kept.size() - 1).modified();
  }

  /** Cheap, since it is asked of every row of a table. */
  private boolean isOfUse(RowDates row) {
    return kept.size() < MOST || row.modified().isAfter(kept.get(MOST - 1).modified());
  }

  private Witnesses with(Witness witness) {
    var sorted = Stream.concat(kept.stream(), Stream.of(witness)).sorted(LATEST_FIRST).toList();
    var ofTheKey = sorted.stream().filter(each -> each.key() == witness.key()).findFirst();
    return new Witnesses(
        sorted.stream()
            .filter(each -> each.key() != witness.key() || ofTheKey.get().equals(each))
            .limit(MOST)
            .toList());
  }
}
