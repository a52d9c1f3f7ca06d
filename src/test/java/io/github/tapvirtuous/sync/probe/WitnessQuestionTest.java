package io.github.tapvirtuous.sync.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.sync.proof.Verdict.Kind;
import io.github.tapvirtuous.sync.query.Candidates;
import io.github.tapvirtuous.sync.query.QueryOptions;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WitnessQuestionTest {
  private static final QueryOptions OPTIONS =
      QueryOptions.of(
          StrictJson.of(
              """
              {"options": [
                {"parameter": "Gift Id", "type": "Int",
                 "operatorOptions": [{"operator": "Is"}, {"operator": "In"}]},
                {"parameter": "Last Modified Date", "type": "Date",
                 "operatorOptions": [{"operator": "OnOrAfter"}]}]}
              """));
  private static final RowDates OLD = RowDates.of(1, "2024-01-01T00:00:00", "2024-01-01T00:00:00");
  private static final RowDates WITNESS =
      RowDates.of(2, "2024-01-01T00:00:00", "2024-03-10T00:00:00");
  private static final RowDates NEW = RowDates.of(3, "2024-04-01T00:00:00", "2024-04-01T00:00:00");

  private static WitnessQuestion question(RowDates... given) {
    var rows = new TableRows(List.of(given), 0, 0);
    var offered = new Candidates(TableMap.named("gifts").orElseThrow(), OPTIONS);
    return WitnessQuestion.of(
        offered.modified().orElseThrow(),
        offered.keyList().orElseThrow(),
        Subject.of(rows).orElseThrow(),
        rows);
  }

  private static Answer answer(RowDates... rows) {
    return Answer.of(rows.length, List.of(rows));
  }

  @Test
  void it_asks_for_the_witness_and_for_rows_that_have_to_stay_away() {
    assertThat(question(OLD, WITNESS, NEW).condition().json())
        .isEqualTo(
            "[{\"conditions\":["
                + "{\"parameter\":\"Last Modified Date\",\"operator\":\"OnOrAfter\","
                + "\"value\":\"2024-03-09\"},"
                + "{\"parameter\":\"Gift Id\",\"operator\":\"In\",\"values\":[\"2\",\"1\"]}]}]");
  }

  @Test
  void the_witness_alone_proves_all_three() {
    var question = question(OLD, WITNESS);
    var answer = answer(WITNESS);

    assertThat(question.bringsOnlyThose(answer).kind()).isEqualTo(Kind.PROVEN);
    assertThat(question.cuts(answer).kind()).isEqualTo(Kind.PROVEN);
    assertThat(question.findsWitness(answer).kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void a_row_that_was_not_modified_shows_that_the_date_does_not_cut() {
    var answer = answer(OLD, WITNESS);

    assertThat(question(OLD, WITNESS).cuts(answer).kind()).isEqualTo(Kind.DISPROVEN);
    assertThat(question(OLD, WITNESS).bringsOnlyThose(answer).kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void a_row_that_was_not_asked_for_shows_that_keys_are_not_looked_at() {
    var answer = answer(WITNESS, NEW);

    assertThat(question(OLD, WITNESS).bringsOnlyThose(answer).kind()).isEqualTo(Kind.DISPROVEN);
    assertThat(question(OLD, WITNESS).findsWitness(answer).kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void nothing_at_all_proves_nothing_until_the_witness_is_asked_for_alone() {
    var question = question(OLD, WITNESS);

    assertThat(question.bringsOnlyThose(answer()).kind()).isEqualTo(Kind.OPEN);
    assertThat(question.findsWitness(answer()).kind()).isEqualTo(Kind.OPEN);
    assertThat(question.isGone(answer(WITNESS)).kind()).isEqualTo(Kind.DISPROVEN);
    assertThat(question.isGone(answer()).kind()).isEqualTo(Kind.OPEN);
  }

  @Test
  void a_refusal_is_held_against_the_keys_since_the_date_was_accepted_before() {
    var question = question(OLD, WITNESS);
    var refused = Answer.refused(400);

    assertThat(question.bringsOnlyThose(refused).kind()).isEqualTo(Kind.DISPROVEN);
    assertThat(question.cuts(refused).kind()).isEqualTo(Kind.OPEN);
    assertThat(question.findsWitness(refused).kind()).isEqualTo(Kind.OPEN);
  }

  @Test
  void without_a_witness_the_row_modified_last_shows_the_rest() {
    var question = question(OLD, NEW);
    var answer = answer(NEW);

    assertThat(question.keys()).containsExactly(3L, 1L);
    assertThat(question.cuts(answer).kind()).isEqualTo(Kind.PROVEN);
    assertThat(question.findsWitness(answer).kind()).isEqualTo(Kind.OPEN);
  }
}
