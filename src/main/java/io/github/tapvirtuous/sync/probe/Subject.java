package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.sync.proof.Witness;
import io.github.tapvirtuous.sync.proof.Witnesses;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The row by which a condition on the modified date is tried.
 *
 * @param row modified later than others
 * @param isWitness whether its create date lies well before
 */
record Subject(Witness row, boolean isWitness) {
  /** The best of some rows; empty where none has a modified date. */
  static Optional<Subject> of(TableRows rows) {
    var witnesses = Witnesses.NONE;
    for (var row : rows.dates()) {
      witnesses = witnesses.with(row);
    }
    var witness = witnesses.kept().stream().findFirst().map(row -> new Subject(row, true));
    return witness.or(() -> latest(rows.dated()));
  }

  private static Optional<Subject> latest(Stream<RowDates> rows) {
    return rows.max(Comparator.comparing(RowDates::modified))
        .map(row -> new Subject(new Witness(row.key(), row.modified()), false));
  }
}
