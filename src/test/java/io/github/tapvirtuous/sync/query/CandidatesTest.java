package io.github.tapvirtuous.sync.query;

import static io.github.tapvirtuous.sync.query.RecordedOptions.candidates;
import static io.github.tapvirtuous.sync.query.RecordedOptions.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.QueryOptions.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CandidatesTest {
  private static final String UTC = "Last Modified DateTime UTC";
  private static final String TIME = "Last Modified DateTime";
  private static final String DATE = "Last Modified Date";

  @ParameterizedTest
  @CsvSource({
    "contacts, Last Modified Date",
    "gift_destinations, Last Modified DateTime UTC",
    "volunteer_opportunities, Last Modified Date",
    "volunteers,"
  })
  void asks_by_the_modified_date_that_was_seen(String table, String parameter) {
    var modified = candidates(table).modified();

    assertThat(modified.map(ModifiedDate::parameter).orElse(null)).isEqualTo(parameter);
    assertThat(modified.stream()).allMatch(each -> each.operator() == Operator.ON_OR_AFTER);
  }

  @ParameterizedTest
  @CsvSource({
    "contacts, Contact Id",
    "gift_destinations, Gift Designation Id",
    "volunteer_opportunities, Volunteer Opportunity Id",
    "volunteers,"
  })
  void asks_by_the_tables_own_key_and_never_by_another(String table, String parameter) {
    var candidates = candidates(table);

    assertThat(candidates.keyRange().map(KeyRange::parameter).orElse(null)).isEqualTo(parameter);
    assertThat(candidates.keyList().map(KeyList::parameter).orElse(null)).isEqualTo(parameter);
    assertThat(candidates.keyRange().stream())
        .allMatch(range -> range.operator() == Operator.GREATER_THAN_OR_EQUAL)
        .allMatch(range -> range.below() == Operator.LESS_THAN);
  }

  @ParameterizedTest
  @CsvSource({
    "gifts, Gift Id",
    "contact_notes, Contact Note Id",
    "individuals, Contact Individual Id",
    "individuals, Individual Id",
    "gift_destinations, Gift Destination Id",
    "pledges, Pledge Id",
    "campaigns, Campaign Id",
    "recurring_gifts, Recurring Gift Id"
  })
  void the_key_bears_the_name_of_the_path_or_of_the_table(String table, String parameter) {
    var options = options(parameter, "Int", "Is", "GreaterThanOrEqual", "LessThan");

    assertThat(new Candidates(table(table), options).keyRange()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "recurring_gifts, Gift Id, Int",
    "contact_notes, Contact Id, Int",
    "volunteers, Volunteer Opportunity Id, Int",
    "gifts, Id, Int",
    "gifts, gift id, Int",
    "gifts, Gift Id, String",
    "gifts, Gift Id, ''"
  })
  void another_name_or_type_is_no_key(String table, String parameter, String type) {
    var options = options(parameter, type, "Is", "GreaterThanOrEqual", "LessThan");
    var candidates = new Candidates(table(table), options);

    assertThat(candidates.keyRange()).isEmpty();
    assertThat(candidates.keyList()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GreaterThanOrEqual GreaterThan LessThan LessThanOrEqual, GREATER_THAN_OR_EQUAL, LESS_THAN",
    "GreaterThan LessThanOrEqual, GREATER_THAN, LESS_THAN_OR_EQUAL",
  })
  void chooses_how_to_ask_from_a_key_on(String offered, Operator from, Operator below) {
    assertThat(gifts("Gift Id", "Int", offered).keyRange())
        .contains(new KeyRange("Gift Id", from, below));
  }

  @ParameterizedTest
  @CsvSource({"GreaterThanOrEqual GreaterThan", "LessThan LessThanOrEqual", "Is Between", "''"})
  void asks_from_no_key_on_where_one_half_could_not_be_asked_for(String offered) {
    assertThat(gifts("Gift Id", "Int", offered).keyRange()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Is In IsAnyOf, IN, IS",
    "Is IsAnyOf, IS_ANY_OF, IS",
    "Is, IS, IS",
    "In, IN, IN",
    "IsAnyOf, IS_ANY_OF, IS_ANY_OF"
  })
  void chooses_how_to_ask_for_keys(String offered, Operator several, Operator one) {
    assertThat(gifts("Gift Id", "Int", offered).keyList())
        .contains(new KeyList("Gift Id", several, one));
  }

  @ParameterizedTest
  @CsvSource({
    "GreaterThan After GreaterThanOrEqual OnOrAfter, ON_OR_AFTER",
    "GreaterThan After GreaterThanOrEqual, GREATER_THAN_OR_EQUAL",
    "GreaterThan After, AFTER",
    "Before GreaterThan, GREATER_THAN"
  })
  void chooses_how_to_ask_since_a_day(String offered, Operator since) {
    assertThat(gifts(DATE, "Date", offered).modified()).contains(new ModifiedDate(DATE, since));
  }

  @ParameterizedTest
  @CsvSource({
    "Last Modified Date, Date, Is Before Between",
    "Last Modified Date, Date, ''",
    "Last Modified Date, String, OnOrAfter",
    "Last Modified Date, '', OnOrAfter",
    "last modified date, Date, OnOrAfter",
    "Last Modified Date, Date, onOrAfter",
    "Create Date, Date, OnOrAfter",
    "Gift Date, Date, OnOrAfter"
  })
  void another_name_type_or_operator_is_no_modified_date(
      String parameter, String type, String offered) {
    assertThat(gifts(parameter, type, offered).modified()).isEmpty();
  }

  @Test
  void the_parameter_counts_before_the_operator() {
    var offered = new HashMap<String, Parameter>();
    offered.put(DATE, new Parameter("Date", Set.of("OnOrAfter")));
    assertThat(modified(offered)).isEqualTo(new ModifiedDate(DATE, Operator.ON_OR_AFTER));

    offered.put(TIME, new Parameter("Date", Set.of("GreaterThan")));
    assertThat(modified(offered)).isEqualTo(new ModifiedDate(TIME, Operator.GREATER_THAN));

    offered.put(UTC, new Parameter("DateTime", Set.of("After")));
    assertThat(modified(offered)).isEqualTo(new ModifiedDate(UTC, Operator.AFTER));

    offered.put(UTC, new Parameter("DateTime", Set.of("Is")));
    assertThat(modified(offered)).isEqualTo(new ModifiedDate(TIME, Operator.GREATER_THAN));
  }

  @Test
  void without_options_there_is_nothing_to_ask_by() {
    var candidates = new Candidates(table("gifts"), QueryOptions.NONE);

    assertThat(candidates.modified()).isEmpty();
    assertThat(candidates.keyRange()).isEmpty();
    assertThat(candidates.keyList()).isEmpty();
  }

  private static ModifiedDate modified(Map<String, Parameter> offered) {
    return new Candidates(table("gifts"), new QueryOptions(offered)).modified().orElseThrow();
  }

  private static Candidates gifts(String parameter, String type, String operators) {
    return new Candidates(table("gifts"), options(parameter, type, operators.split(" ", -1)));
  }

  private static QueryOptions options(String parameter, String type, String... operators) {
    var offered = new HashMap<String, Parameter>();
    offered.put(parameter, new Parameter(type, Set.copyOf(Arrays.asList(operators))));
    return new QueryOptions(offered);
  }
}
