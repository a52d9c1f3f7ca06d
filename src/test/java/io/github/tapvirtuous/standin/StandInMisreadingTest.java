package io.github.tapvirtuous.standin;

import static io.github.tapvirtuous.standin.Ask.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.query.Misreading;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class StandInMisreadingTest {
  private static final String GIFTS = "Gift/Query/FullGift?skip=0&take=10";

  private static StandInBuilder gifts() {
    return StandIn.builder()
        .zone("UTC")
        .rows(
            "gifts",
            gift(7, "2024-01-01", "\"2024-01-05T12:00:00\""),
            gift(8, "2024-02-01", "\"2024-03-05T11:00:00\""),
            gift(9, "2024-03-05", "\"2024-03-05T23:30:00\""),
            gift(14, "2024-03-01", "\"2024-03-20T12:00:00\""),
            gift(20, "2024-03-25", "null"));
  }

  private static String gift(int id, String created, String modified) {
    return """
    {"id":%d,"createDateTimeUtc":"%sT12:00:00","modifiedDateTimeUtc":%s}"""
        .formatted(id, created, modified);
  }

  private static String idsOf(JsonNode reply) {
    return String.join(" ", reply.path("list").findValuesAsString("id"));
  }

  @ParameterizedTest
  @CsvSource({
    "CONDITIONS_IGNORED, 2024-03-05, 8 9 14, 7 8 9 14 20",
    "DATES_IGNORED, 2024-03-05, 8 9 14, 7 8 9 14 20",
    "NOTHING, 2024-03-05, 8 9 14,",
    "DAY_FOR_MONTH, 2024-05-03, , 8 9 14",
    "DAY_FOR_MONTH, 2024-03-20, 14,",
    "DAY_FOR_MONTH_OR_ALL, 2024-05-03, , 8 9 14",
    "DAY_FOR_MONTH_OR_ALL, 2024-03-20, 14, 7 8 9 14 20",
    "EASTERNMOST_ZONE, 2024-03-06, 14, 8 9 14",
    "WESTERNMOST_ZONE, 2024-03-05, 8 9 14, 9 14",
    "A_DAY_LATER, 2024-03-05, 8 9 14, 14",
    "A_DAY_EARLIER, 2024-03-06, 14, 8 9 14",
    "A_WEEK_LATER, 2024-03-14, 14,",
    "CREATE_DATE, 2024-03-05, 8 9 14, 9 20",
    "AFTER, 2024-03-05, 8 9 14, 14",
    "ON_THE_DAY, 2024-03-05, 8 9 14, 8 9",
    "BEFORE, 2024-03-05, 8 9 14, 7",
    "UNDATED_MATCH, 2024-03-05, 8 9 14, 8 9 14 20",
    "TOTAL_OF_ALL, 2024-03-05, 8 9 14, 8 9 14"
  })
  void takes_days_in_a_way_of_its_own(Misreading how, String since, String asked, String misread) {
    var body = where("Last Modified Date", "OnOrAfter", since);

    var right = Ask.json(gifts().build(), GIFTS, body);
    var wrong = Ask.json(gifts().misreads("gifts", how).build(), GIFTS, body);

    assertThat(idsOf(right)).isEqualTo(Objects.toString(asked, ""));
    assertThat(idsOf(wrong)).isEqualTo(Objects.toString(misread, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "CONDITIONS_IGNORED, 9, 7 8 9 14 20",
    "DATES_IGNORED, 9, 9 14 20",
    "KEYS_IGNORED, 9, 7 8 9 14 20",
    "KEYS_BELOW, 14, 9 14 20",
    "KEYS_FORGOTTEN, 8, 8 9 20"
  })
  void takes_keys_in_a_way_of_its_own(Misreading how, String from, String misread) {
    var standIn = gifts().misreads("gifts", how).build();

    var reply = Ask.json(standIn, GIFTS, where("Gift Id", "GreaterThanOrEqual", from));

    assertThat(idsOf(reply)).isEqualTo(misread);
  }

  @Test
  void counts_the_whole_table_whatever_is_asked_for() {
    var standIn = gifts().misreads("gifts", Misreading.TOTAL_OF_ALL).build();

    var reply = Ask.json(standIn, GIFTS, where("Gift Id", "Is", "8"));

    assertThat(reply.path("total").asInt()).isEqualTo(5);
    assertThat(idsOf(reply)).isEqualTo("8");
  }

  @Test
  void refuses_any_condition_and_nothing_else() {
    var standIn = gifts().misreads("gifts", Misreading.REFUSED).build();

    var statuses =
        Stream.of(
                where("Last Modified Date", "OnOrAfter", "2024-03-05"),
                where("Gift Id", "Is", "7"),
                "{\"groups\":[]}")
            .map(body -> Ask.post(standIn, GIFTS, body).status());

    assertThat(statuses).containsExactly(400, 400, 200);
  }

  @Test
  void one_table_may_be_misread_in_two_ways_and_another_not_at_all() {
    var standIn =
        gifts().misreads("gifts", Misreading.KEYS_IGNORED, Misreading.CREATE_DATE).build();

    assertThat(idsOf(Ask.json(standIn, GIFTS, where("Gift Id", "Is", "7"))))
        .isEqualTo("7 8 9 14 20");
    assertThat(idsOf(Ask.json(standIn, GIFTS, where("Last Modified Date", "Is", "2024-03-05"))))
        .isEqualTo("9");
    assertThat(Ask.ids(standIn, "Contact/Query/FullContact", where("Contact Id", "Is", "1002")))
        .containsExactly(1002L);
  }

  @Test
  void may_change_its_mind() {
    var standIn = gifts().build();
    var body = where("Gift Id", "Is", "7");

    assertThat(idsOf(Ask.json(standIn, GIFTS, body))).isEqualTo("7");
    standIn.misreads("gifts", Misreading.KEYS_IGNORED);
    assertThat(idsOf(Ask.json(standIn, GIFTS, body))).isEqualTo("7 8 9 14 20");
    standIn.misreads("gifts");
    assertThat(idsOf(Ask.json(standIn, GIFTS, body))).isEqualTo("7");
  }
}
