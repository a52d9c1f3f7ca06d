package io.github.tapvirtuous.standin;

import static io.github.tapvirtuous.standin.Ask.anyOf;
import static io.github.tapvirtuous.standin.Ask.condition;
import static io.github.tapvirtuous.standin.Ask.group;
import static io.github.tapvirtuous.standin.Ask.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandInConditionsTest {
  private static final String GIFTS = "Gift/Query/FullGift?skip=0&take=10";

  /** Around the second of March, as the clocks of Arizona show it. */
  private static StandInBuilder gifts() {
    return StandIn.builder()
        .rows(
            "gifts",
            gift(1, "\"2024-03-02T06:59:59.9\""),
            gift(2, "\"2024-03-02T07:00:00\""),
            gift(3, "\"2024-03-03T06:59:59.9999999\""),
            gift(4, "\"2024-03-03T07:00:00\""),
            gift(5, "null"),
            gift(6, "\"0001-01-01T00:00:00\""));
  }

  private static String gift(int id, String modified) {
    return """
    {"id":%d,"createDateTimeUtc":"2024-01-0%dT12:00:00","modifiedDateTimeUtc":%s}"""
        .formatted(id, id, modified);
  }

  private static List<Long> ids(String listed) {
    return Stream.of(listed.split(" ", -1)).map(Long::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "OnOrAfter, 2 3 4",
    "GreaterThanOrEqual, 2 3 4",
    "After, 4",
    "GreaterThan, 4",
    "Before, 1",
    "LessThan, 1",
    "OnOrBefore, 1 2 3",
    "LessThanOrEqual, 1 2 3",
    "Is, 2 3"
  })
  void compares_days_in_the_organization_s_zone(String operator, String expected) {
    var standIn = gifts().build();

    assertThat(Ask.ids(standIn, GIFTS, where("Last Modified Date", operator, "2024-03-02")))
        .isEqualTo(ids(expected));
    assertThat(Ask.ids(standIn, GIFTS, where("Last Modified DateTime UTC", operator, "2024-03-02")))
        .isEqualTo(ids(expected));
  }

  @ParameterizedTest
  @CsvSource({"US/Arizona, 2 3 4", "UTC, 1 2 3 4", "Pacific/Auckland, 1 2 3 4"})
  void the_zone_says_which_day_it_is(String zone, String expected) {
    var standIn = gifts().zone(zone).build();

    assertThat(Ask.ids(standIn, GIFTS, where("Last Modified Date", "OnOrAfter", "2024-03-02")))
        .isEqualTo(ids(expected));
  }

  @Test
  void a_day_in_auckland_begins_half_a_day_before_that_of_utc() {
    var standIn =
        StandIn.builder()
            .rows("gifts", gift(1, "\"2024-03-01T10:59:59\""), gift(2, "\"2024-03-01T11:00:00\""))
            .zone("Pacific/Auckland")
            .build();

    assertThat(Ask.ids(standIn, GIFTS, where("Last Modified Date", "OnOrAfter", "2024-03-02")))
        .containsExactly(2L);
  }

  @ParameterizedTest
  @CsvSource({
    "Is, 3",
    "GreaterThan, 4 5 6",
    "GreaterThanOrEqual, 3 4 5 6",
    "LessThan, 1 2",
    "LessThanOrEqual, 1 2 3"
  })
  void compares_keys(String operator, String expected) {
    assertThat(Ask.ids(gifts().build(), GIFTS, where("Gift Id", operator, "3")))
        .isEqualTo(ids(expected));
  }

  @ParameterizedTest
  @CsvSource({"In", "IsAnyOf"})
  void finds_keys_of_a_list(String operator) {
    var listed =
        condition("Gift Id", operator, "").replace("\"value\":\"\"", "\"values\":[\"2\",\"9\"]");

    assertThat(Ask.ids(gifts().build(), GIFTS, anyOf(group(listed)))).containsExactly(2L);
  }

  @Test
  void finds_what_is_between_two_ends() {
    var days =
        condition("Last Modified Date", "Between", "2024-03-01\",\"secondaryValue\":\"2024-03-02");
    var keys = condition("Gift Id", "Between", "2\",\"secondaryValue\":\"4");

    assertThat(Ask.ids(gifts().build(), GIFTS, anyOf(group(days)))).containsExactly(1L, 2L, 3L);
    assertThat(Ask.ids(gifts().build(), GIFTS, anyOf(group(keys)))).containsExactly(2L, 3L, 4L);
  }

  @Test
  void knows_create_dates() {
    var standIn = gifts().build();

    assertThat(Ask.ids(standIn, GIFTS, where("Create Date", "OnOrAfter", "2024-01-05")))
        .containsExactly(5L, 6L);
    assertThat(Ask.ids(standIn, GIFTS, where("Create DateTime UTC", "Before", "2024-01-02")))
        .containsExactly(1L);
  }

  @Test
  void all_conditions_of_one_group_must_hold_whichever_group_that_is() {
    var since = condition("Last Modified Date", "OnOrAfter", "2024-03-02");
    var body =
        anyOf(
            group(since, condition("Gift Id", "Is", "3")),
            group(since, condition("Gift Id", "Is", "5")),
            group(condition("Gift Id", "Is", "1")));

    assertThat(Ask.ids(gifts().build(), GIFTS, body)).containsExactly(1L, 3L);
  }

  @Test
  void ignores_in_silence_what_it_does_not_know() {
    var standIn = gifts().build();
    var unknown = condition("Shoe Size", "Is", "7");

    assertThat(Ask.ids(standIn, GIFTS, anyOf(group(unknown)))).hasSize(6);
    assertThat(Ask.ids(standIn, GIFTS, anyOf(group(unknown, condition("Gift Id", "Is", "2")))))
        .containsExactly(2L);
    assertThat(Ask.ids(standIn, GIFTS, where("gift id", "Is", "2"))).hasSize(6);
    assertThat(Ask.ids(standIn, "Volunteer/Query", where("Volunteer Id", "Is", "8402"))).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "Gift Id, Is, seven",
    "Gift Id, Near, 7",
    "Last Modified Date, OnOrAfter, 03/02/2024",
    "Last Modified Date, Near, 2024-03-02"
  })
  void refuses_operators_and_values_of_no_sense(String parameter, String operator, String value) {
    assertThat(Ask.post(gifts().build(), GIFTS, where(parameter, operator, value)).status())
        .isEqualTo(400);
  }

  @Test
  void pages_sorts_and_counts_what_matches() {
    var standIn = gifts().build();
    var body =
        where("Gift Id", "GreaterThan", "2")
            .replaceFirst("\\{", "{\"sortBy\":\"id\",\"descending\":\"true\",");

    var page = Ask.json(standIn, "Gift/Query/FullGift?skip=1&take=2", body);

    assertThat(page.path("total").asInt()).isEqualTo(4);
    assertThat(page.path("list").findValuesAsString("id")).containsExactly("5", "4");
  }

  @Test
  void finds_the_same_rows_again_only_as_long_as_they_are_the_same() {
    var standIn = gifts().build();
    var body = where("Gift Id", "GreaterThanOrEqual", "4");

    assertThat(Ask.ids(standIn, GIFTS, body)).containsExactly(4L, 5L, 6L);
    standIn.delete("gifts", 5);

    assertThat(Ask.ids(standIn, GIFTS, body)).containsExactly(4L, 6L);
    for (var key = 0; key < 9; key++) {
      assertThat(Ask.ids(standIn, GIFTS, where("Gift Id", "LessThan", "" + key)))
          .isEqualTo(Stream.of(1L, 2L, 3L, 4L, 6L).filter(below(key)).toList());
    }
  }

  private static Predicate<Long> below(long key) {
    return id -> id < key;
  }
}
