package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.Operator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table that was read whole some days ago and is read now by its modified dates, with all of its
 * chances from one seed.
 */
final class FilteredRead {
  private static final ModifiedDate DATE =
      new ModifiedDate("Last Modified Date", Operator.ON_OR_AFTER);
  private static final KeyList KEYS = new KeyList("Gift Id", Operator.IS, Operator.IS);
  private static final Proofs PROOFS = new Proofs(DATE);

  private final long seed;
  private final Random random;
  private final boolean moves;
  private final int lookback;
  private final Instant now;
  private final MisreadingServer server;
  private final Witnesses witnesses;
  private final long undated;
  private final Instant bookmark;
  private final LocalDate asked;
  private Set<Long> owed = Set.of();
  private Set<Long> came = Set.of();
  private long nextKey = 1;

  /**
   * Writes the history of the table.
   *
   * @param moves whether rows come, change and go between the questions
   */
  FilteredRead(long seed, Reading reading, ZoneOffset zone, boolean moves) {
    this.seed = seed;
    this.moves = moves;
    random = new Random(seed);
    lookback = random.nextInt(3);
    now = Instant.parse("2026-01-01T00:00:00Z").plus(hours(365 * 24));
    bookmark = now.minus(hours(24)).minus(hours(5 * 24));
    asked = AskedDay.since(bookmark, lookback);
    server = new MisreadingServer(reading, zone);
    for (int row = 20 + random.nextInt(100); row > 0; row--) {
      addBefore(bookmark);
    }
    var chosen = Witnesses.NONE;
    for (var row : server.rows()) {
      chosen = chosen.with(row);
    }
    witnesses = chosen;
    undated = server.rows().stream().filter(RowDates::isUndated).count();
    for (int change = random.nextInt(30); change > 0; change--) {
      change(bookmark, now);
    }
  }

  private Duration hours(int most) {
    return Duration.ofHours(random.nextInt(most)).plusSeconds(random.nextInt(3_600));
  }

  private void addBefore(Instant end) {
    var created = end.minus(hours(700 * 24)).minus(Duration.ofHours(1));
    var age = (int) Duration.between(created, end).toHours();
    var modified = created.plus(hours(random.nextBoolean() ? 1 + age : 1 + Math.min(age, 48)));
    var late = modified.isAfter(end) ? end : modified;
    var isUndated = random.nextInt(20) == 0;
    server.put(new RowDates(nextKey++, created, isUndated ? RowDates.UNKNOWN : late));
  }

  /** A row comes, goes or is modified; none loses its date or gets one. */
  private void change(Instant from, Instant to) {
    var time =
        from.plusSeconds((long) (random.nextDouble() * Duration.between(from, to).toSeconds()));
    var rows = server.rows();
    var row = rows.get(random.nextInt(rows.size()));
    switch (random.nextInt(4)) {
      case 0 -> server.put(new RowDates(nextKey++, time, time));
      case 1 -> removeUnlessLast(row);
      default ->
          server.put(
              new RowDates(row.key(), row.created(), row.isUndated() ? row.modified() : time));
    }
  }

  private void removeUnlessLast(RowDates row) {
    if (server.total() > 2 && !row.isUndated()) {
      server.remove(row.key());
    }
  }

  private void meanwhile() {
    if (moves && random.nextInt(4) == 0) {
      change(now, now.plusSeconds(60));
    }
  }

  /** Asks for the proofs that can be had before the read. */
  Verdict beforehand(boolean keysCanBeAskedFor) {
    var reach = reach();
    if (!reach.isBelieved()) {
      return reach;
    }
    var ends = PROOFS.endsSomewhere(server.answer(DATE.since(AskedDay.FAR_AHEAD), 1));
    return keysCanBeAskedFor ? ends.and(witness()) : ends;
  }

  private Verdict reach() {
    var before = server.total();
    meanwhile();
    var since = server.answer(DATE.since(AskedDay.LONG_AGO), 1);
    meanwhile();
    var verdict = PROOFS.reachesBack(since, undated, before, before);
    return verdict.isBelieved()
        ? verdict
        : PROOFS.reachesBack(since, undated, before, server.total());
  }

  private Verdict witness() {
    for (var known : witnesses.kept()) {
      meanwhile();
      var witness = known.in(server.answer(known.question(DATE, KEYS)));
      var found = server.answer(witness.question(DATE, KEYS));
      var verdict = PROOFS.finds(witness, found);
      if (verdict.kind() == Verdict.Kind.OPEN && found.rows().isEmpty()) {
        verdict = PROOFS.isGone(witness, server.answer(witness.alone(KEYS)));
      }
      if (verdict.kind() != Verdict.Kind.OPEN) {
        return verdict;
      }
    }
    return PROOFS.noWitness();
  }

  /** Reads the window, and says what the rows that came prove of it. */
  Verdict read(boolean keysCanBeAskedFor) {
    var begin = bookmark.minus(Duration.ofDays(lookback));
    owed =
        server.rows().stream()
            .filter(row -> !row.isUndated() && !row.modified().isBefore(begin))
            .map(RowDates::key)
            .collect(Collectors.toSet());
    var answer = server.answer(DATE.since(asked));
    var rows = answer.rows();
    came = answer.isRefused() ? owed : rows.stream().map(RowDates::key).collect(Collectors.toSet());
    var cuts = PROOFS.cuts(asked, rows);
    return keysCanBeAskedFor ? cuts : cuts.and(PROOFS.foundInWindow(asked, bookmark, rows));
  }

  /** Rows modified since the bookmark that the condition did not bring. */
  Set<Long> lost() {
    var lost = new HashSet<>(owed);
    lost.removeAll(came);
    return lost;
  }

  boolean hasUndatedRows() {
    return undated > 0;
  }

  @Override
  public String toString() {
    return "seed %d, %s, bookmark %s, asked %s".formatted(seed, server, bookmark, asked);
  }
}
