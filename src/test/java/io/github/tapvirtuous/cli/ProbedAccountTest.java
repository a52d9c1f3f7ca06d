package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a probe says of accounts that are not as one would think. */
final class ProbedAccountTest {
  private static final String TABLE = "pledges";
  private static final String OPTIONS = "v2/Pledge/QueryOptions";
  private static final String ALL_OF_IT = "{\"list\":[{\"id\":1}],\"total\":1200}";

  @RegisterExtension private final Tap tap = new Tap();

  private static StandInBuilder sound() {
    return StandIn.builder().rows(TABLE, 1200, 3);
  }

  private TapRun probe(StandInBuilder account) {
    return tap.tables(TABLE).serves(account).run("check", "--probe", "--config", tap.config());
  }

  private static JsonNode table(TapRun run) {
    return run.document().path("tables").path(TABLE);
  }

  private static JsonNode condition(TapRun run, String condition) {
    return table(run).path("conditions").path(condition);
  }

  private static void assertContradicted(TapRun run, String assumption) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.document().path("contradicted").path(TABLE))
        .hasToString("[\"" + assumption + "\"]");
    assertThat(run.logText())
        .contains("contradicts docs/reliability.md: " + assumption.replace('_', ' '))
        .contains("Please report this");
  }

  @Test
  void rows_in_no_order_contradict() {
    var run = probe(sound().fault(When.always().of(TABLE), PageFaults.orderByChance(1)));

    assertContradicted(run, "order_by_key");
    assertThat(condition(run, "key_from").path("verdict").stringValue()).isEqualTo("open");
  }

  @Test
  void rows_without_their_keys_contradict_and_show_little() {
    var row = "{\"modifiedDateTimeUtc\":\"2024-02-01T00:00:00\"}";

    var run = probe(StandIn.builder().rows(TABLE, row, row, row));

    assertContradicted(run, "key");
    assertThat(run.logText()).containsPattern("pledges +no key ");
    assertThat(table(run).path("modified_date_in_every_row").booleanValue()).isTrue();
    for (var kind : List.of("modified_since", "key_from", "keys_in")) {
      assertThat(condition(run, kind).path("verdict").stringValue()).as(kind).isEqualTo("open");
    }
  }

  @Test
  void a_reply_without_a_total_contradicts() {
    var run = probe(sound().fault(When.always().of(TABLE), PageFaults.totalMissing()));

    assertContradicted(run, "total");
    assertThat(condition(run, "modified_since").path("verdict").stringValue()).isEqualTo("open");
  }

  @Test
  void a_page_that_is_cut_short_contradicts() {
    var run = probe(sound().fault(When.always().of(TABLE), PageFaults.takeCappedAt(250)));

    assertContradicted(run, "take_1000");
    assertThat(table(run).path("full_page").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"400", "500", "504"})
  void where_a_large_page_does_not_come_a_smaller_one_shows_the_rest(int status) {
    var run = probe(sound().fault(When.request(1).of(TABLE), Faults.status(status)));

    assertContradicted(run, "take_1000");
    assertThat(table(run).path("order_by_key").booleanValue()).isTrue();
    assertThat(table(run).path("requests").intValue()).isEqualTo(6);
  }

  @Test
  void where_no_condition_is_offered_none_is_asked_for() {
    var run = probe(sound().fault(When.always().of(OPTIONS), Faults.status(404)));

    assertThat(run.exitCode()).isZero();
    assertThat(table(run).path("requests").intValue()).isEqualTo(2);
    assertThat(condition(run, "modified_since").isNull()).isTrue();
    assertThat(run.document().path("contradicted").isEmpty()).isTrue();
  }

  @Test
  void options_that_do_not_come_leave_all_open() {
    var run = probe(sound().fault(When.always().of(OPTIONS), Faults.status(503)));

    assertThat(run.exitCode()).isZero();
    assertThat(condition(run, "key_from").path("why").path("options").stringValue())
        .isEqualTo("a question was not answered: HTTP 503");
  }

  /** The second question to the table is for the rows since long ago. */
  @ParameterizedTest
  @CsvSource({"400, disproven, refuses", "503, open, HTTP 503"})
  void a_condition_may_be_refused(int status, String verdict, String why) {
    var run = probe(sound().fault(When.request(2).of(TABLE), Faults.status(status)));

    var date = condition(run, "modified_since");
    assertThat(date.path("proofs").path("reaches_back").stringValue()).isEqualTo(verdict);
    assertThat(date.path("why").path("reaches_back").stringValue()).contains(why);
  }

  @Test
  void conditions_that_are_ignored_contradict() {
    var all = Faults.body("all of it", ALL_OF_IT);

    var run = probe(sound().fault(When.request(2).of(TABLE).forever(), all));

    assertContradicted(run, "conditions");
    assertThat(condition(run, "modified_since").path("why").path("ends_somewhere").stringValue())
        .contains("is ignored");
    assertThat(condition(run, "keys_in").path("verdict").stringValue()).isEqualTo("disproven");
    assertThat(condition(run, "key_from").path("verdict").stringValue()).isEqualTo("disproven");
  }

  @Test
  void a_condition_that_brings_too_little_contradicts() {
    var none = Faults.body("nothing", "{\"list\":[],\"total\":0}");

    var run = probe(sound().fault(When.request(2).of(TABLE), none));

    assertContradicted(run, "conditions");
    assertThat(condition(run, "modified_since").path("why").path("reaches_back").stringValue())
        .contains("does not reach back");
  }

  @Test
  void rows_that_it_lacks_may_have_no_date_where_not_all_were_seen() {
    var most = Faults.body("most", "{\"list\":[],\"total\":1150}");

    var run = probe(sound().fault(When.request(2).of(TABLE), most));

    assertThat(condition(run, "modified_since").path("proofs").path("reaches_back").stringValue())
        .isEqualTo("open");
    assertThat(run.document().path("contradicted").isEmpty()).isTrue();
  }

  @Test
  void rows_that_came_meanwhile_are_no_contradiction() {
    var more = Faults.body("one more", "{\"list\":[],\"total\":1201}");

    var run = probe(sound().fault(When.request(2).of(TABLE).times(2), more));

    assertThat(condition(run, "modified_since").path("proofs").path("reaches_back").stringValue())
        .isEqualTo("proven");
  }

  /**
   * The fourth question is for one row that was modified lately, and the fifth whether it is there.
   */
  @Test
  void a_date_that_is_another_one_contradicts() {
    var none = Faults.body("nothing", "{\"list\":[],\"total\":0}");

    var run = probe(sound().fault(When.request(4).of(TABLE), none));

    assertContradicted(run, "conditions");
    assertThat(condition(run, "modified_since").path("why").path("finds_witness").stringValue())
        .contains("does not look at the modified date");
  }

  @Test
  void rows_without_a_modified_date_are_told() {
    var run =
        probe(
            StandIn.builder()
                .rows(
                    TABLE, "{\"id\":1,\"modifiedDateTimeUtc\":\"\"}", "{\"id\":2}", "{\"id\":3}"));

    assertThat(table(run).path("modified_date_in_every_row").booleanValue()).isFalse();
    assertThat(condition(run, "modified_since").path("verdict").stringValue()).isEqualTo("open");
    assertThat(condition(run, "key_from").path("verdict").stringValue()).isEqualTo("proven");
  }

  @ParameterizedTest
  @CsvSource({"900, proven", "1200, open"})
  void undated_rows_are_counted_where_all_rows_are_seen(int rows, String verdict) {
    var run = probe(StandIn.builder().rows(TABLE, rows, 3).undated(TABLE, 10));

    assertThat(table(run).path("modified_date_in_every_row").booleanValue()).isFalse();
    assertThat(condition(run, "modified_since").path("verdict").stringValue()).isEqualTo(verdict);
    assertThat(condition(run, "key_from").path("verdict").stringValue()).isEqualTo("proven");
    assertThat(run.document().path("contradicted").isEmpty()).isTrue();
  }

  @Test
  void an_empty_table_shows_little_and_contradicts_nothing() {
    var run = probe(StandIn.builder().empty(TABLE));

    assertThat(run.exitCode()).isZero();
    assertThat(table(run).path("order_by_key").isNull()).isTrue();
    assertThat(table(run).path("total").booleanValue()).isTrue();
    assertThat(run.document().path("contradicted").isEmpty()).isTrue();
  }

  @Test
  void neither_a_key_nor_a_name_of_the_account_is_told() {
    var rows = new String[40];
    for (int row = 0; row < rows.length; row++) {
      rows[row] =
          "{\"id\":%d,\"contactName\":\"Canary\",\"createDateTimeUtc\":\"2024-01-01T00:00:00\","
                  .formatted(7_340_000 + row)
              + "\"modifiedDateTimeUtc\":\"2025-02-%02dT00:00:00\"}".formatted(1 + row % 28);
    }
    var words = "{\"message\":\"Canary of Harbor Light\"}";
    var refused = Faults.status(400, "application/json", words);
    var failed = Faults.status(500, "application/json", words);
    var all = Faults.body("all of it", ALL_OF_IT);
    for (var fault : List.of(refused, failed, all)) {
      for (int request = 1; request <= 6; request++) {
        var account = StandIn.builder().rows(TABLE, rows);
        var run = probe(account.fault(When.request(request).of(TABLE), fault));

        assertThat(run.toString()).doesNotContain("73400", "Canary", "Harbor Light", "demo-key");
      }
    }
  }
}
