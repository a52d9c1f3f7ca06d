package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.testing.Tap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a probe says of servers that make something else of conditions. */
final class ProbedMisreadingTest {
  @RegisterExtension private final Tap tap = new Tap();

  private JsonNode conditions(String table, Misreading misreading) {
    tap.tables(table).serves(StandIn.builder().rows(table, 1200, 3).misreads(table, misreading));
    var run = tap.run("check", "--probe", "--config", tap.config());
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return run.document().path("tables").path(table).path("conditions");
  }

  private static String verdict(JsonNode conditions, String kind) {
    return conditions.path(kind).path("verdict").stringValue();
  }

  @ParameterizedTest
  @CsvSource({
    "CONDITIONS_IGNORED, disproven, disproven, disproven",
    "DATES_IGNORED, disproven, proven, proven",
    "REFUSED, disproven, disproven, disproven",
    "NOTHING, disproven, proven, proven",
    "DAY_FOR_MONTH, disproven, proven, proven",
    "DAY_FOR_MONTH_OR_ALL, disproven, proven, proven",
    "A_WEEK_LATER, disproven, open, open",
    "CREATE_DATE, disproven, open, open",
    "ON_THE_DAY, disproven, proven, proven",
    "BEFORE, disproven, proven, proven",
    "TOTAL_OF_ALL, disproven, disproven, proven",
    "KEYS_IGNORED, proven, disproven, disproven",
    "KEYS_BELOW, proven, disproven, proven",
    "KEYS_FORGOTTEN, proven, disproven, proven"
  })
  void one_that_loses_rows_is_found_out(
      Misreading misreading, String since, String from, String in) {
    var conditions = conditions("pledges", misreading);

    assertThat(verdict(conditions, "modified_since")).isEqualTo(since);
    assertThat(verdict(conditions, "key_from")).isEqualTo(from);
    assertThat(verdict(conditions, "keys_in")).isEqualTo(in);
  }

  /** The margin of the days that are asked for makes up for them. */
  @ParameterizedTest
  @CsvSource({"EASTERNMOST_ZONE", "WESTERNMOST_ZONE", "A_DAY_LATER", "A_DAY_EARLIER", "AFTER"})
  void one_that_is_a_day_off_is_good_enough(Misreading misreading) {
    var conditions = conditions("pledges", misreading);

    for (var kind : new String[] {"modified_since", "key_from", "keys_in"}) {
      assertThat(verdict(conditions, kind)).as(kind).isEqualTo("proven");
    }
  }
}
