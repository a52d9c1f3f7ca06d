package io.github.tapvirtuous.sync.read;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.proof.Proofs;
import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.sync.proof.Witnesses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Looks at the dates of rows as they pass: for what is undated, for witnesses, for strays. */
final class DateWatch {
  /** .NET's least date stands for none. */
  private static final byte[] YEAR_TWO = "0002-01-01".getBytes(US_ASCII);

  private static final int SECONDS = 19;

  private final Optional<LocalDate> asked;
  private final Instant needed;
  private final byte[] oldest;
  private Witnesses witnesses;
  private byte[] worthALook = YEAR_TWO;
  private Optional<String> stray = Optional.empty();
  private boolean owed;

  /**
   * Has seen nothing yet.
   *
   * @param asked the day since which rows were asked for; empty for all rows
   * @param needed since when rows are needed, which is some days later
   * @param known witnesses of runs before
   */
  DateWatch(Optional<LocalDate> asked, Instant needed, Witnesses known) {
    this.asked = asked;
    this.needed = needed;
    this.oldest = asked.map(day -> bytes(day.minusDays(1))).orElse(YEAR_TWO);
    keep(known);
  }

  /** As {@code 2026-03-01T02:00:00}, which sorts as times do. */
  private static byte[] seconds(Instant time) {
    return time.toString().substring(0, SECONDS).getBytes(US_ASCII);
  }

  private static byte[] bytes(LocalDate day) {
    return day.toString().getBytes(US_ASCII);
  }

  /**
   * Looks at rows that came.
   *
   * @param above rows with no higher key were seen before
   * @return how many of them have no modified date
   */
  int see(RenderedPage rows, long above) {
    var keys = rows.keys();
    var undated = 0;
    for (int row = keys.length - 1; row >= 0; row--) { // the newest rows spare most of the others
      if (keys[row] > above && isUndated(rows, row)) {
        undated++;
      } else if (keys[row] > above) {
        see(rows, row, keys[row]);
      }
    }
    return undated;
  }

  private static boolean isUndated(RenderedPage rows, int row) {
    return !rows.isDated(row) || rows.isModifiedBefore(row, YEAR_TWO);
  }

  private void see(RenderedPage rows, int row, long key) {
    if (asked.isPresent() && rows.isModifiedBefore(row, oldest)) {
      stray = Optional.of(rows.modified(row));
    } else if (!rows.isModifiedBefore(row, worthALook) && !rows.isModifiedWhenCreated(row)) {
      look(RowDates.of(key, rows.created(row), rows.modified(row)));
    }
  }

  private void look(RowDates dates) {
    owed |= asked.filter(day -> Proofs.isOwedToModifiedDate(day, needed, dates)).isPresent();
    var better = witnesses.with(dates);
    if (!better.equals(witnesses)) {
      keep(better);
    }
  }

  private void keep(Witnesses better) {
    witnesses = better;
    var isPicky = better.isFull() && (asked.isEmpty() || owed);
    worthALook = isPicky ? seconds(better.earliest().plusSeconds(1)) : YEAR_TWO;
  }

  Witnesses witnesses() {
    return witnesses;
  }

  /** A row that was not asked for: its modified date. */
  Optional<String> stray() {
    return stray;
  }

  /** Whether a row came that only its modified date can have brought. */
  boolean isOwed() {
    return owed;
  }
}
