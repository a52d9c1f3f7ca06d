package io.github.tapvirtuous.sync.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
  private static final ModifiedDate DATE =
      new ModifiedDate("Last Modified Date", Operator.ON_OR_AFTER);
  private static final KeyList ONE_BY_ONE = new KeyList("Gift Id", Operator.IS, Operator.IS);

  @Test
  void says_since_which_day_rows_were_modified() {
    assertThat(DATE.since(DAY).json())
        .isEqualTo(
            "[{\"conditions\":[{\"parameter\":\"Last Modified Date\","
                + "\"operator\":\"OnOrAfter\",\"value\":\"2026-03-09\"}]}]");
  }

  @ParameterizedTest
  @CsvSource({"GREATER_THAN_OR_EQUAL, GreaterThanOrEqual, 700", "GREATER_THAN, GreaterThan, 699"})
  void says_from_which_key_on(Operator operator, String said, String bound) {
    var range = new KeyRange("Gift Id", operator, Operator.LESS_THAN);

    assertThat(range.from(700).json()).isEqualTo(group("Gift Id", said, bound));
  }

  @ParameterizedTest
  @CsvSource({"LESS_THAN, LessThan, 700", "LESS_THAN_OR_EQUAL, LessThanOrEqual, 699"})
  void says_the_other_half(Operator operator, String said, String bound) {
    var range = new KeyRange("Gift Id", Operator.GREATER_THAN, operator);

    assertThat(range.below(700).json()).isEqualTo(group("Gift Id", said, bound));
  }

  @ParameterizedTest
  @CsvSource({"IN, In", "IS_ANY_OF, IsAnyOf"})
  void says_many_keys_in_one_breath(Operator operator, String said) {
    var list = new KeyList("Gift Id", operator, Operator.IS);

    assertThat(list.in(List.of(7L, 9L)).json())
        .isEqualTo(
            "[{\"conditions\":[{\"parameter\":\"Gift Id\",\"operator\":\"%s\",\"values\":[\"7\",\"9\"]}]}]"
                .formatted(said));
    assertThat(list.is(7).json()).isEqualTo(group("Gift Id", "Is", "7"));
  }

  @Test
  void says_a_key_a_group_where_it_must() {
    assertThat(ONE_BY_ONE.in(List.of(7L, 9L)).json())
        .isEqualTo(
            "[{\"conditions\":[{\"parameter\":\"Gift Id\",\"operator\":\"Is\",\"value\":\"7\"}]},"
                + "{\"conditions\":[{\"parameter\":\"Gift Id\",\"operator\":\"Is\",\"value\":\"9\"}]}]");
  }

  @Test
  void a_key_may_have_to_be_asked_for_as_a_list_of_one() {
    var list = new KeyList("Gift Id", Operator.IN, Operator.IN);

    assertThat(list.is(7).json())
        .isEqualTo(
            "[{\"conditions\":[{\"parameter\":\"Gift Id\",\"operator\":\"In\",\"values\":[\"7\"]}]}]");
  }

  @Test
  void two_conditions_stand_in_each_group() {
    var both = ONE_BY_ONE.in(List.of(7L, 9L)).and(DATE.since(DAY));

    assertThat(both.groups())
        .extracting(group -> group.stream().map(clause -> clause.values().get(0)).toList())
        .containsExactly(List.of("7", "2026-03-09"), List.of("9", "2026-03-09"));
  }

  @Test
  void no_key_at_all_is_not_asked_for_since_that_would_be_the_whole_table() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE_BY_ONE.in(List.of()))
        .withMessage("asked for 0 keys at a time");
  }

  @Test
  void a_thousand_keys_are_asked_for_and_no_more() {
    var most = LongStream.rangeClosed(1, 1_000).boxed().toList();
    var tooMany = LongStream.rangeClosed(1, 1_001).boxed().toList();

    assertThat(ONE_BY_ONE.in(most).groups()).hasSize(1_000);
    assertThatIllegalArgumentException().isThrownBy(() -> ONE_BY_ONE.in(tooMany));
  }

  private static String group(String parameter, String operator, String value) {
    return "[{\"conditions\":[{\"parameter\":\"%s\",\"operator\":\"%s\",\"value\":\"%s\"}]}]"
        .formatted(parameter, operator, value);
  }
}
