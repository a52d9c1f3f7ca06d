package io.github.tapvirtuous.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.proof.Verdict.Kind;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Operator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyProofsTest {
  private static final KeyRange RANGE =
      new KeyRange("Gift Id", Operator.GREATER_THAN_OR_EQUAL, Operator.LESS_THAN);
  private static final KeyList LIST = new KeyList("Gift Id", Operator.IN, Operator.IS);

  @ParameterizedTest
  @CsvSource({
    // counted from 700 on, first key, counted below, first key, before, after
    "60, 700, 40, 1, 100, 100, PROVEN, halves that make a whole",
    "60, 701, 40, 1, 100, 100, PROVEN, the base itself is gone",
    "60, 699, 40, 1, 100, 100, DISPROVEN, a row of the other side",
    "60, 700, 40, 700, 100, 100, DISPROVEN, the base on both sides",
    "100, 1, 100, 1, 100, 100, DISPROVEN, both ignored",
    "60, 700, 39, 1, 100, 100, DISPROVEN, a row between the halves",
    "61, 700, 40, 1, 100, 101, PROVEN, a row came between",
    "59, 700, 40, 1, 100, 99, PROVEN, a row went",
    "61, 700, 40, 1, 100, 100, DISPROVEN, one too many",
    "-1, 700, 40, 1, 100, 100, OPEN, no total",
    "60, 700, -1, 1, 100, 100, OPEN, no total of the other half",
    "60, 700, 40, 1, -1, -1, OPEN, no total of the table",
    "0, 700, 0, 1, 0, 0, OPEN, an empty table"
  })
  void halves_part_the_table_when_they_make_it_up(
      long from, long first, long below, long lowest, long before, long after, Kind kind) {
    var verdict =
        KeyProofs.parts(RANGE, 700, answer(from, first), answer(below, lowest), before, after);

    assertThat(verdict.kind()).isEqualTo(kind);
  }

  @Test
  void says_what_is_wrong_with_the_halves() {
    assertThat(KeyProofs.parts(RANGE, 700, answer(60, 700), answer(30, 1), 100, 100).why())
        .isEqualTo(
            "\"Gift Id\" GreaterThanOrEqual does not part the table: 60 rows from a key on and 30"
                + " below do not make 100");
    assertThat(KeyProofs.parts(RANGE, 700, answer(60, 1), answer(40, 1), 100, 100).why())
        .isEqualTo("\"Gift Id\" GreaterThanOrEqual brings rows of the other side");
  }

  @Test
  void a_half_that_is_refused_is_not_believed() {
    var refused = Verdict.disproven("Virtuous refuses \"Gift Id\" GreaterThanOrEqual (HTTP 400)");

    assertThat(KeyProofs.parts(RANGE, 7, Answer.refused(400), answer(40, 1), 100, 100))
        .isEqualTo(refused);
    assertThat(KeyProofs.parts(RANGE, 7, answer(60, 7), Answer.refused(400), 100, 100))
        .isEqualTo(refused);
  }

  @Test
  void some_of_the_keys_asked_for_may_be_gone() {
    var keys = List.of(7L, 8L, 9L);

    assertThat(KeyProofs.areAsked(LIST, keys, answer(1, 8))).isEqualTo(Verdict.PROVEN);
    assertThat(KeyProofs.areAsked(LIST, keys, answer(0))).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_key_that_was_not_asked_for_disproves_it() {
    assertThat(KeyProofs.areAsked(LIST, List.of(7L, 8L), answer(2, 7, 9)))
        .isEqualTo(Verdict.disproven("\"Gift Id\" In brings keys that were not asked for"));
  }

  @Test
  void none_of_many_keys_disproves_it() {
    var keys = LongStream.rangeClosed(1, 10).boxed().toList();

    assertThat(KeyProofs.areAsked(LIST, keys, answer(0)))
        .isEqualTo(Verdict.disproven("\"Gift Id\" In brings none of 10 keys"));
    assertThat(KeyProofs.areAsked(LIST, keys.subList(0, 9), answer(0))).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_list_that_is_refused_is_not_believed() {
    assertThat(KeyProofs.areAsked(LIST, List.of(7L), Answer.refused(400)))
        .isEqualTo(Verdict.disproven("Virtuous refuses \"Gift Id\" In (HTTP 400)"));
  }

  private static Answer answer(long total, long... keys) {
    var rows = LongStream.of(keys).mapToObj(key -> RowDates.of(key, "", "")).toList();
    return Answer.of(total, rows);
  }
}
