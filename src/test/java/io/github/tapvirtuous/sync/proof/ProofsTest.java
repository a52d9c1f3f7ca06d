package io.github.tapvirtuous.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.proof.Verdict.Kind;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProofsTest {
  private static final Proofs PROOFS =
      new Proofs(new ModifiedDate("Last Modified Date", Operator.ON_OR_AFTER));
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
  private static final Instant NEEDED = Instant.parse("2026-03-12T10:00:00Z");
  private static final Witness WITNESS = new Witness(7, Instant.parse("2026-03-10T10:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    // since long ago, undated, before, after
    "100, 0, 100, 100, PROVEN, all of them",
    "95, 5, 100, 100, PROVEN, nulls never match",
    "95, 0, 100, 100, DISPROVEN, nulls never match and nobody counted them",
    "100, 5, 100, 100, DISPROVEN, nulls match after all",
    "0, 0, 100, 100, DISPROVEN, a date that is misread",
    "0, 100, 100, 100, OPEN, none of them has a date",
    "99, 0, 100, 100, DISPROVEN, one too few",
    "101, 0, 100, 101, PROVEN, a row came between",
    "101, 0, 100, 103, PROVEN, a row came between and more afterwards",
    "99, 0, 100, 98, PROVEN, rows went",
    "101, 0, 100, 100, DISPROVEN, one too many that no count explains",
    "97, 0, 100, 103, DISPROVEN, rows came but these are fewer",
    "0, 0, 0, 0, OPEN, an empty table",
    "0, 0, 0, 1, OPEN, a table that was empty a moment ago",
    "1, 0, 1, 1, PROVEN, one row",
    "-1, 0, 100, 100, OPEN, no total of the condition",
    "-1, 0, -1, -1, OPEN, no totals",
    "-1, 101, 100, 100, OPEN, no total that undated rows would make up for",
    "100, 0, -1, -1, OPEN, no total of the table",
    "100, 0, 100, -1, OPEN, no total the second time"
  })
  void it_reaches_back_when_the_totals_agree(
      long found, long undated, long before, long after, Kind kind) {
    var verdict = PROOFS.reachesBack(Answer.of(found, List.of()), undated, before, after);

    assertThat(verdict.kind()).isEqualTo(kind);
    assertThat(verdict.isBelieved()).isEqualTo(kind == Kind.PROVEN);
    assertThat(verdict.why().isEmpty()).isEqualTo(kind == Kind.PROVEN);
  }

  @Test
  void says_how_far_it_reaches() {
    assertThat(PROOFS.reachesBack(Answer.of(95, List.of()), 2, 100, 101).why())
        .isEqualTo(
            "\"Last Modified Date\" OnOrAfter does not reach back: of 101 rows it finds 95 since"
                + " 1900-01-13, and 2 have no modified date");
  }

  @ParameterizedTest
  @CsvSource({"0, PROVEN", "1, DISPROVEN", "100, DISPROVEN", "-1, OPEN"})
  void it_ends_somewhere_when_the_future_is_empty(long found, Kind kind) {
    assertThat(PROOFS.endsSomewhere(Answer.of(found, List.of())).kind()).isEqualTo(kind);
  }

  @Test
  void a_row_of_the_future_is_believed_more_than_a_total() {
    var ahead = Answer.of(0, List.of(row(7, "2026-03-01")));

    assertThat(PROOFS.endsSomewhere(ahead).kind()).isEqualTo(Kind.DISPROVEN);
  }

  @Test
  void says_that_it_is_ignored() {
    assertThat(PROOFS.endsSomewhere(Answer.of(100, List.of())).why())
        .isEqualTo(
            "\"Last Modified Date\" OnOrAfter is ignored, or its date misread: it finds 100 rows"
                + " since 2078-01-13");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T00:00:00Z, true",
    "2026-03-08T00:00:00Z, true",
    "2026-03-07T23:59:59.999Z, false",
    "2020-01-01T00:00:00Z, false",
    "0001-01-01T00:00:00Z, true",
    "'', true",
    "2030-01-01T00:00:00Z, true"
  })
  void it_cuts_when_no_row_is_older_by_more_than_a_day(String modified, boolean cuts) {
    var rows = List.of(row(6, "2026-03-10"), RowDates.of(7, "2020-01-01", modified));

    assertThat(PROOFS.cuts(DAY, rows).isBelieved()).isEqualTo(cuts);
  }

  @Test
  void says_which_day_came_instead_and_nothing_else_of_the_row() {
    assertThat(PROOFS.cuts(DAY, List.of(row(7_654_321, "2026-03-01"))).why())
        .isEqualTo(
            "\"Last Modified Date\" OnOrAfter does not cut: asked for rows since 2026-03-09, it"
                + " brings one of 2026-03-01");
  }

  @Test
  void no_rows_at_all_are_cut_well() {
    assertThat(PROOFS.cuts(DAY, List.of())).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_witness_that_is_found_proves_it() {
    var found = Answer.of(1, List.of(row(7, "2026-03-10")));

    assertThat(PROOFS.finds(WITNESS, found)).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void one_that_was_modified_on_a_later_day_proves_nothing_of_the_day_asked_for() {
    var found = Answer.of(1, List.of(row(7, "2026-04-10")));

    assertThat(PROOFS.finds(WITNESS, found))
        .isEqualTo(Verdict.open("a row to prove it with was modified since"));
    assertThat(PROOFS.finds(WITNESS.in(found), found)).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_witness_that_is_not_found_leaves_it_open() {
    assertThat(PROOFS.finds(WITNESS, Answer.of(0, List.of())))
        .isEqualTo(Verdict.open("a row to prove it with was not found, and may be gone"));
  }

  @Test
  void a_witness_without_its_date_proves_nothing() {
    assertThat(
            PROOFS.finds(WITNESS, Answer.of(1, List.of(RowDates.of(7, "2020-01-01", "")))).kind())
        .isEqualTo(Kind.OPEN);
  }

  @Test
  void a_witness_that_is_older_than_the_day_asked_for_shows_that_it_is_ignored() {
    var rows = List.of(row(7, "2026-03-01"));

    assertThat(PROOFS.finds(WITNESS, Answer.of(1, rows)).why()).contains("does not cut");
  }

  @Test
  void other_rows_than_the_witness_show_that_something_is_ignored() {
    var rows = List.of(row(7, "2026-03-10"), row(8, "2026-03-10"));

    assertThat(PROOFS.finds(WITNESS, Answer.of(2, rows)))
        .isEqualTo(
            Verdict.disproven(
                "\"Last Modified Date\" OnOrAfter with a key brings other rows than the one asked"
                    + " for"));
  }

  @Test
  void a_witness_that_is_there_all_the_same_disproves_it() {
    assertThat(PROOFS.isGone(WITNESS, Answer.of(1, List.of(row(7, "2026-03-10")))))
        .isEqualTo(
            Verdict.disproven(
                "\"Last Modified Date\" OnOrAfter does not look at the modified date: it does not"
                    + " find a row of 2026-03-10 since 2026-03-09"));
  }

  @Test
  void a_witness_that_is_gone_proves_nothing() {
    var others = Answer.of(1, List.of(row(8, "2026-03-10")));

    assertThat(List.of(Answer.of(0, List.of()), Answer.refused(400), others))
        .allSatisfy(
            alone ->
                assertThat(PROOFS.isGone(WITNESS, alone))
                    .isEqualTo(Verdict.open("a row to prove it with is gone")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-07, 2026-03-12, true",
    "2026-03-07, 2026-03-13, false",
    "2026-03-08, 2026-03-12, false",
    "2020-01-01, 2026-03-12, true",
    "2026-03-12, 2026-03-12, false",
    "'', 2026-03-12, false",
    "2020-01-01, '', false"
  })
  void a_row_of_the_read_itself_proves_it_when_its_create_date_would_not_have_brought_it(
      String created, String modified, boolean proves) {
    var justCreated = RowDates.of(6, "2026-03-12", "2026-03-12");
    var rows = List.of(justCreated, RowDates.of(7, created, modified));

    assertThat(PROOFS.foundInWindow(DAY, NEEDED, rows).kind())
        .isEqualTo(proves ? Kind.PROVEN : Kind.OPEN);
  }

  @Test
  void without_a_witness_there_is_no_belief() {
    assertThat(PROOFS.foundInWindow(DAY, NEEDED, List.of())).isEqualTo(PROOFS.noWitness());
    assertThat(PROOFS.noWitness())
        .isEqualTo(
            Verdict.open(
                "no row shows whether \"Last Modified Date\" OnOrAfter looks at the modified or"
                    + " the create date"));
  }

  @Test
  void a_condition_that_is_refused_is_not_believed() {
    var refused = Verdict.disproven("Virtuous refuses \"Last Modified Date\" OnOrAfter (HTTP 400)");

    assertThat(PROOFS.reachesBack(Answer.refused(400), 0, 100, 100)).isEqualTo(refused);
    assertThat(PROOFS.endsSomewhere(Answer.refused(400))).isEqualTo(refused);
    assertThat(PROOFS.finds(WITNESS, Answer.refused(400))).isEqualTo(refused);
  }

  /** One that was created long before. */
  private static RowDates row(long key, String modified) {
    return RowDates.of(key, modified.isEmpty() ? "" : "2020-01-01", modified);
  }
}
