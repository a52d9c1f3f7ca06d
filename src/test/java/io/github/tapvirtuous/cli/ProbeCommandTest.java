package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code check --probe}: how it is asked for, what it costs, and how it ends. */
final class ProbeCommandTest {
  private static final int MOST_PER_TABLE = 6;

  @RegisterExtension private final Tap tap = new Tap();

  private TapRun probe(String... more) {
    var arguments = List.of("check", "--probe", "--config", tap.config());
    var all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return tap.run(all.toArray(String[]::new));
  }

  private static List<String> told(TapRun run) {
    return run.log().stream()
        .filter(line -> line.startsWith("INFO "))
        .map(line -> line.substring("INFO ".length()))
        .toList();
  }

  private static JsonNode table(TapRun run, String table) {
    return run.document().path("tables").path(table);
  }

  @Test
  void what_is_true_is_told_to_programs_on_standard_output_and_to_people_in_the_log() {
    tap.tables("pledges", "channel_types").serves(StandIn.builder().rows("pledges", 1200, 3));

    var run = probe();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(told(run))
        .anyMatch(line -> line.matches("pledges +yes +yes +yes +yes +\\d+\\.\\d\\d +proven.*"))
        .contains("Nothing here contradicts docs/reliability.md.");
    assertThat(told(run)).allMatch(line -> line.length() <= 100);
  }

  @Test
  void of_a_sound_table_all_is_proven() {
    tap.tables("pledges").serves(StandIn.builder().rows("pledges", 1200, 3));

    var told = table(probe(), "pledges");

    assertThat(told.propertyNames())
        .containsExactly(
            "failure",
            "requests",
            "key_in_every_row",
            "order_by_key",
            "take_1000",
            "total",
            "modified_date_in_every_row",
            "full_page",
            "seconds",
            "conditions");
    for (var fact : List.of("order_by_key", "take_1000", "total", "modified_date_in_every_row")) {
      assertThat(told.path(fact).booleanValue()).as(fact).isTrue();
    }
    for (var condition : List.of("modified_since", "key_from", "keys_in")) {
      var found = told.path("conditions").path(condition);
      assertThat(found.path("verdict").stringValue()).as(condition).isEqualTo("proven");
      assertThat(found.path("why").isEmpty()).isTrue();
    }
  }

  @Test
  void a_table_takes_six_requests_at_most_and_all_are_counted() {
    tap.serves(StandIn.builder().allRows(1100, 1)).set("auth_scheme", "\"auto\"");

    var run = probe();

    var tables = run.document().path("tables");
    assertThat(tables.size()).isEqualTo(18);
    assertThat(tables.valueStream())
        .allMatch(each -> each.path("requests").intValue() <= MOST_PER_TABLE);
    assertThat(run.document().path("requests").intValue())
        .isEqualTo(tap.standIn().requestCount())
        .isLessThan(1 + 18 * MOST_PER_TABLE);
    assertThat(run.waits()).isEmpty();
  }

  @Test
  void a_quota_that_counts_each_request_once_is_told() {
    tap.tables("pledges");

    var run = probe();

    var steps = tap.standIn().requestCount() - 1;
    assertThat(run.document().path("quota_sank_by")).hasToString("{\"1\":" + steps + "}");
    assertThat(told(run))
        .contains(
            "From request to request, what is left of the quota sank by 1 (" + steps + " times).");
  }

  @Test
  void its_own_limit_ends_it_and_what_was_not_looked_at_is_named() {
    tap.tables("pledges", "projects", "gifts");

    var run = probe("--max-requests", "4");

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isEqualTo(4);
    assertThat(run.document().path("not_looked_at")).hasToString("[\"projects\",\"gifts\"]");
    assertThat(told(run)).contains("Not looked at (the requests are used up): projects, gifts");
    assertThat(table(run, "pledges").path("conditions").path("keys_in").path("verdict"))
        .hasToString("\"open\"");
    assertThat(run.document().path("quota_sank_by")).hasToString("{\"1\":3}");
  }

  @Test
  void a_lower_limit_of_the_config_holds_too() {
    tap.tables("pledges", "projects").set("max_requests", 3);

    probe("--max-requests", "100");

    assertThat(tap.standIn().requestCount()).isEqualTo(3);
  }

  @Test
  void what_is_reserved_for_others_is_left_to_them() {
    tap.tables("pledges", "projects").set("rate_limit_reserve", 4995);

    var run = probe();

    assertThat(run.document().path("not_looked_at")).hasToString("[\"projects\"]");
    assertThat(run.document().path("why_not").stringValue()).contains("rate_limit_reserve");
  }

  @Test
  void a_used_up_quota_ends_it_without_a_wait() {
    tap.tables("pledges", "projects")
        .serves(
            StandIn.builder().fault(When.request(2).of("pledges").forever(), Faults.status(429)));

    var run = probe();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.waits()).isEmpty();
    assertThat(table(run, "pledges").path("order_by_key").isBoolean()).isTrue();
    assertThat(run.document().path("not_looked_at")).hasToString("[\"projects\"]");
    assertThat(run.document().path("why_not").stringValue()).isEqualTo("HTTP 429");
  }

  @Test
  void a_closed_table_is_named_and_is_no_failure() {
    tap.tables("contacts", "pledges").serves(StandIn.builder().forbid("contacts"));

    var run = probe();

    assertThat(run.exitCode()).isZero();
    assertThat(table(run, "contacts")).hasToString("{\"failure\":\"HTTP 403\",\"requests\":1}");
    assertThat(told(run)).anyMatch(line -> line.matches("contacts +HTTP 403"));
  }

  @Test
  void a_broken_table_is_a_failure() {
    tap.tables("pledges", "projects")
        .serves(StandIn.builder().fault(When.always().of("pledges"), Faults.reset()));

    var run = probe();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("test_result").booleanValue()).isFalse();
    assertThat(table(run, "projects").path("failure").isNull()).isTrue();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("pledges: failed after 1 try: the server closed");
  }

  @Test
  void a_failure_in_words_of_virtuous_is_told_without_them() {
    tap.tables("pledges")
        .serves(StandIn.builder().fault(When.always().of("pledges"), Faults.status(500)));

    var run = probe();

    assertThat(run.errors())
        .containsExactly(
            "ERROR Not all could be found out. The reason is told by tap-virtuous check.");
  }

  @Test
  void nobody_there_is_told_as_ever() {
    tap.tables("pledges").at("http://127.0.0.1:1/api/");

    var run = probe();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains("no connection");
    assertThat(told(run)).last().isEqualTo("Not looked at (no reply): pledges");
  }

  @Test
  void a_wrong_key_is_told_as_ever() {
    tap.tables("pledges").serves(StandIn.builder().keys("another"));

    var run = probe();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("401", "api_key");
    assertThat(run.document().path("why_not").stringValue()).isEqualTo("the key was refused");
  }

  @Test
  void the_form_may_be_chosen() {
    tap.tables("pledges");

    var text = probe("--format", "text");
    var json = probe("--format", "json");

    assertThat(text.text()).startsWith("tap-virtuous ").contains("\npledges ");
    assertThat(told(text)).isEmpty();
    assertThat(json.document().path("tables").has("pledges")).isTrue();
    assertThat(told(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --max-requests 10",
        "check --probe --max-requests 0",
        "check --probe --max-requests few"
      })
  void a_limit_that_means_nothing_is_refused(String arguments) {
    var run = tap.tables("pledges").run((arguments + " --config " + tap.config()).split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("--max-requests");
    assertThat(tap.standIn().requestCount()).isZero();
  }
}
