package io.github.tapvirtuous.sync.proof;

import static io.github.tapvirtuous.sync.proof.Verdict.PROVEN;

import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What has to be shown before <em>modified since</em> is believed: that it reaches back, that it
 * cuts, and that it looks at the modified date. Judges replies and asks for none.
 *
 * @param date the condition in question
 */
public record Proofs(ModifiedDate date) {
  private static final String NO_TOTAL = "Virtuous does not say how many rows there are";

  /** A row created so long before the asked day was not found by its create date, in any zone. */
  private static final int CREATED_BEFORE = 2;

  /**
   * (a) Whether it reaches back: since long ago it brings every row that has a modified date.
   *
   * @param since the answer to {@link AskedDay#LONG_AGO}
   * @param undated rows that the last whole read found without a modified date, 0 if none was yet
   * @param before rows of the table as counted before that question
   * @param after as counted after it; the same while that was not asked for: worth it when this is
   *     not proven
   */
  public Verdict reachesBack(Answer since, long undated, long before, long after) {
    if (since.isRefused()) {
      return refused(since);
    }
    if (since.total() < 0 || before < 0 || after < 0) {
      return Verdict.open(NO_TOTAL);
    }
    var rows = since.total() + undated;
    if (rows < Math.min(before, after) || rows > Math.max(before, after)) {
      return doesNotReachBack(since.total(), undated, after);
    }
    return since.total() == 0
        ? Verdict.open("no row of the table has a modified date, which shows nothing")
        : PROVEN;
  }

  private Verdict doesNotReachBack(long found, long undated, long total) {
    return Verdict.disproven(
        "%s does not reach back: of %d rows it finds %d since %s, and %d have no modified date"
            .formatted(date.inWords(), total, found, AskedDay.LONG_AGO, undated));
  }

  /**
   * (a) And whether it does not always do so: since {@link AskedDay#FAR_AHEAD} it brings nothing.
   */
  public Verdict endsSomewhere(Answer ahead) {
    if (ahead.isRefused()) {
      return refused(ahead);
    }
    if (ahead.total() < 0) {
      return Verdict.open(NO_TOTAL);
    }
    return ahead.total() == 0 && ahead.rows().isEmpty()
        ? PROVEN
        : Verdict.disproven(
            "%s is ignored, or its date misread: it finds %d rows since %s"
                .formatted(date.inWords(), ahead.total(), AskedDay.FAR_AHEAD));
  }

  /** (b) Whether it cuts: no row that came was modified before the asked day by over a day. */
  public Verdict cuts(LocalDate asked, List<RowDates> rows) {
    return rows.stream()
        .filter(row -> !row.isUndated())
        .map(row -> AskedDay.of(row.modified()))
        .filter(day -> day.isBefore(asked.minusDays(1)))
        .findFirst()
        .map(
            day ->
                Verdict.disproven(
                    "%s does not cut: asked for rows since %s, it brings one of %s"
                        .formatted(date.inWords(), asked, day)))
        .orElse(PROVEN);
  }

  /**
   * (c) Whether it looks at the modified date: a witness is found.
   *
   * @param found the answer to the witness's question; nothing shows more than that while {@link
   *     #isGone} is not asked
   */
  public Verdict finds(Witness witness, Answer found) {
    if (found.isRefused()) {
      return refused(found);
    }
    if (found.rows().stream().anyMatch(row -> row.key() != witness.key())) {
      return Verdict.disproven(
          date.inWords() + " with a key brings other rows than the one asked for");
    }
    if (witness.in(found).day().isAfter(witness.day())) {
      return Verdict.open("a row to prove it with was modified since");
    }
    return found.rows().stream().allMatch(RowDates::isUndated)
        ? Verdict.open("a row to prove it with was not found, and may be gone")
        : cuts(witness.day(), found.rows());
  }

  /**
   * (c) What it means that a witness was not found.
   *
   * @param alone the answer to the question for its key alone
   */
  public Verdict isGone(Witness witness, Answer alone) {
    return alone.rows().stream().anyMatch(row -> row.key() == witness.key())
        ? Verdict.disproven(
            "%s does not look at the modified date: it does not find a row of %s since %s"
                .formatted(date.inWords(), AskedDay.of(witness.modified()), witness.day()))
        : Verdict.open("a row to prove it with is gone");
  }

  /**
   * (c) Where no key can be asked for: whether the read itself brought a row that only its modified
   * date can have brought.
   *
   * @param needed since when rows are needed: a later row does not show that those before it came
   */
  public Verdict foundInWindow(LocalDate asked, Instant needed, List<RowDates> rows) {
    return rows.stream().anyMatch(row -> isOwedToModifiedDate(asked, needed, row))
        ? PROVEN
        : noWitness();
  }

  /** Whether a row can have come for its modified date alone, and from as far back as is needed. */
  public static boolean isOwedToModifiedDate(LocalDate asked, Instant needed, RowDates row) {
    return row.isWitness()
        && !row.modified().isAfter(needed)
        && !AskedDay.of(row.created()).isAfter(asked.minusDays(CREATED_BEFORE));
  }

  /** (c) No witness, no belief. */
  public Verdict noWitness() {
    return Verdict.open(
        "no row shows whether " + date.inWords() + " looks at the modified or the create date");
  }

  private Verdict refused(Answer answer) {
    return Verdict.disproven(
        "Virtuous refuses %s (HTTP %d)".formatted(date.inWords(), answer.status()));
  }
}
