package io.github.tapvirtuous.standin;

import static io.github.tapvirtuous.standin.Ask.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class StandInOptionsTest {
  private static final String OPTIONS = "Gift/QueryOptions";
  private static final String GIFTS = "Gift/Query/FullGift?take=10";
  private static final String RECORDED = "Contact/QueryOptions";

  private static Stream<JsonNode> options(StandIn standIn, String path) {
    var reply = JsonMapper.shared().readTree(Ask.get(standIn, path).body());
    return reply.path("options").valueStream();
  }

  private static List<String> parameters(StandIn standIn, String path) {
    return options(standIn, path).map(option -> option.path("parameter").asString()).toList();
  }

  private static List<String> operators(StandIn standIn, String path, String parameter) {
    return options(standIn, path)
        .filter(option -> option.path("parameter").asString().equals(parameter))
        .flatMap(option -> option.path("operatorOptions").valueStream())
        .map(operator -> operator.path("operator").asString())
        .toList();
  }

  private static List<String> recordedDays(StandIn standIn) {
    return operators(standIn, RECORDED, "Last Modified Date");
  }

  static Stream<Table> queried() {
    return TableMap.all().stream().filter(table -> table.call().path().contains("/Query"));
  }

  @ParameterizedTest
  @MethodSource("queried")
  void every_table_that_has_queries_tells_what_it_takes(Table table) {
    var path = table.call().path().replaceFirst("/Query.*", "/QueryOptions");

    assertThat(options(StandIn.builder().build(), path))
        .isNotEmpty()
        .allSatisfy(
            option -> {
              assertThat(option.path("type").asString()).isNotEmpty();
              assertThat(option.path("operatorOptions").size()).isPositive();
            });
  }

  @Test
  void offers_keys_and_dates_as_they_were_recorded() {
    var standIn = StandIn.builder().build();

    assertThat(parameters(standIn, OPTIONS))
        .containsExactly(
            "Gift Id",
            "Create Date",
            "Last Modified Date",
            "Create DateTime UTC",
            "Last Modified DateTime UTC");
    assertThat(operators(standIn, OPTIONS, "Last Modified DateTime UTC"))
        .isEqualTo(recordedDays(standIn))
        .contains("OnOrAfter");
    assertThat(operators(standIn, OPTIONS, "Gift Id"))
        .isEqualTo(operators(standIn, RECORDED, "Contact Id"));
  }

  @Test
  void volunteers_have_neither_key_nor_modified_date_to_ask_for() {
    var standIn = StandIn.builder().build();

    assertThat(parameters(standIn, "Volunteer/QueryOptions"))
        .contains("Volunteer Opportunity Id")
        .doesNotContain("Volunteer Id", "Last Modified Date");
    assertThat(parameters(standIn, "VolunteerOpportunity/QueryOptions"))
        .contains("Volunteer Opportunity Id", "Last Modified Date");
  }

  @Test
  void may_be_missing_while_conditions_are_understood() {
    var standIn = StandIn.builder().ids("gifts", 1, 2).offers("gifts", Offer.NOT_FOUND).build();

    assertThat(Ask.get(standIn, OPTIONS).status()).isEqualTo(404);
    assertThat(Ask.get(standIn, RECORDED).status()).isEqualTo(200);
    assertThat(Ask.ids(standIn, GIFTS, where("Gift Id", "Is", "2"))).containsExactly(2L);
  }

  @Test
  void may_lack_the_modified_date_and_then_it_is_ignored() {
    var standIn =
        StandIn.builder().ids("gifts", 1, 2).offers("gifts", Offer.WITHOUT_MODIFIED).build();

    assertThat(parameters(standIn, OPTIONS))
        .contains("Gift Id", "Create Date")
        .doesNotContain("Last Modified Date", "Last Modified DateTime UTC");
    assertThat(Ask.ids(standIn, GIFTS, where("Last Modified Date", "After", "2078-01-13")))
        .containsExactly(1L, 2L);
  }

  @Test
  void may_lack_the_key_and_then_it_is_ignored() {
    var standIn = StandIn.builder().ids("gifts", 1, 2).offers("gifts", Offer.WITHOUT_KEY).build();

    assertThat(parameters(standIn, OPTIONS)).doesNotContain("Gift Id");
    assertThat(Ask.ids(standIn, GIFTS, where("Gift Id", "Is", "2"))).containsExactly(1L, 2L);
  }

  @Test
  void may_spell_dates_in_a_third_way() {
    var standIn = StandIn.builder().offers("gifts", Offer.DATE_TIMES).build();

    var after = where("Last Modified DateTime", "After", "2078-01-13");

    assertThat(operators(standIn, OPTIONS, "Last Modified DateTime"))
        .isEqualTo(recordedDays(standIn));
    assertThat(Ask.ids(standIn, GIFTS, after)).isEmpty();
  }

  @Test
  void may_take_lists_of_keys() {
    var standIn = StandIn.builder().offers("contacts", Offer.KEY_LISTS).build();

    assertThat(operators(standIn, RECORDED, "Contact Id")).contains("Is", "In");
    assertThat(operators(standIn, OPTIONS, "Gift Id")).doesNotContain("In");
  }
}
