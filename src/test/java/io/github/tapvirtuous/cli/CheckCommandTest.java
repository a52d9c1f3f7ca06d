package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CheckCommandTest {
  @RegisterExtension private final Tap tap = new Tap();

  private TapRun check() {
    return tap.run("check", "--config", tap.config());
  }

  @Test
  void a_good_key_is_told_with_its_organization_and_tables() {
    tap.tables("gifts", "contacts").serves(StandIn.builder().forbid("contacts"));

    var run = check();

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(run.document().path("test_result").booleanValue()).isTrue();
    assertThat(run.document().path("auth_scheme").stringValue()).isEqualTo("basic");
    assertThat(run.document().path("organization").stringValue()).isNotEmpty();
    assertThat(run.document().path("tables").path("gifts").stringValue()).isEqualTo("ok");
    assertThat(run.document().path("tables").path("contacts").stringValue())
        .startsWith("failed after 1 try: HTTP 403");
  }

  @Test
  void rows_and_the_quota_that_is_left_are_told() {
    tap.tables("gifts", "channel_types", "contacts")
        .serves(StandIn.builder().rows("gifts", 1234, 1).forbid("contacts"));

    var told = check().document();

    assertThat(told.propertyNames())
        .containsExactly(
            "test_result",
            "message",
            "auth_scheme",
            "organization",
            "tables",
            "rows",
            "quota_left");
    assertThat(told.path("rows")).hasToString("{\"gifts\":1234,\"channel_types\":5}");
    assertThat(told.path("quota_left").longValue()).isEqualTo(quotaLeft());
  }

  @Test
  void a_quota_of_1500_is_told_as_the_headers_have_it() {
    tap.tables("segments").serves(StandIn.builder().rateLimit(RateLimit.hourly(1500, tap.clock())));

    var told = check().document();

    assertThat(told.path("quota_left").longValue()).isEqualTo(1498);
  }

  private long quotaLeft() {
    return 5000L - tap.standIn().requestCount();
  }

  @Test
  void people_get_a_table_and_read_no_reason_twice() {
    tap.tables("gifts", "channel_types", "contacts", "projects")
        .serves(
            StandIn.builder()
                .rows("gifts", 1234, 1)
                .forbid("contacts")
                .fault(When.always().of("projects"), Faults.status(500)))
        .onATerminal();

    var run = check();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).isEmpty();
    assertThat(run.lines().get(0)).startsWith("projects: ").contains("500");
    assertThat(run.lines())
        .contains(
            "",
            "table                            rows",
            "gifts                           1,234  ok",
            "channel_types                       5  ok",
            "Quota left: "
                + String.format(Locale.ROOT, "%,d", quotaLeft())
                + " requests this hour.");
    assertThat(run.text()).containsPattern("\ncontacts {31}failed after 1 try: HTTP 403");
  }

  @Test
  void a_good_key_is_told_to_people_with_its_owner() {
    tap.tables("gifts").onATerminal();

    var run = check();

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0))
        .isEqualTo("The key is good, of Harbor Light Foundation (Sandbox).");
  }

  @Test
  void a_wrong_key_is_told_to_people_in_one_sentence() {
    tap.tables("gifts").serves(StandIn.builder().keys("another")).onATerminal();

    var run = check();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).isEmpty();
    assertThat(run.lines().get(0)).contains("401", "api_key");
    assertThat(run.text()).doesNotContain("table ", "good");
  }

  @Test
  void the_format_may_be_chosen() {
    tap.tables("gifts");
    var text = tap.run("check", "--config", tap.config(), "--format", "text");
    var json = tap.onATerminal().run("check", "--config", tap.config(), "--format", "json");

    assertThat(text.lines()).anyMatch(line -> line.matches("gifts +4  ok"));
    assertThat(json.document().path("test_result").booleanValue()).isTrue();
    assertThat(tap.run("check", "--format", "markdown").errors().get(0)).contains("text|json");
  }

  @Test
  void words_of_virtuous_cannot_steer_a_terminal() {
    var name = "[{\"organizationName\":\"A\\u001b[2J\\u0007B\"}]";
    tap.tables("gifts")
        .serves(
            StandIn.builder()
                .fault(When.always().of("Organization"), Faults.body("an organization", name)))
        .onATerminal();

    assertThat(check().lines().get(0)).isEqualTo("The key is good, of A [2J B.");
  }

  @Test
  void a_good_key_that_may_not_read_its_organization_is_good() {
    tap.tables("gifts")
        .serves(StandIn.builder().fault(When.always().of("Organization"), Faults.status(403)));

    var run = check();

    assertThat(run.exitCode()).isZero();
    assertThat(run.document().path("organization").isNull()).isTrue();
    assertThat(run.document().path("tables").path("gifts").stringValue()).isEqualTo("ok");
  }

  @Test
  void a_wrong_key_is_told_as_json_too() {
    tap.tables("gifts").serves(StandIn.builder().keys("another"));

    var run = check();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.document().path("test_result").booleanValue()).isFalse();
    assertThat(run.document().path("message").stringValue()).contains("api_key");
  }

  @Test
  void a_failing_table_fails_the_check_after_one_try_and_no_wait() {
    tap.tables("gifts", "contacts")
        .serves(StandIn.builder().fault(When.always().of("gifts"), Faults.status(500)));

    var run = check();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.waits()).isEmpty();
    assertThat(tap.standIn().requestCount("gifts")).isEqualTo(1);
    assertThat(run.document().path("test_result").booleanValue()).isFalse();
    assertThat(run.document().path("tables").path("contacts").stringValue()).isEqualTo("ok");
  }

  @Test
  void a_used_up_quota_is_answered_and_not_waited_for() {
    tap.tables("gifts").serves(StandIn.builder().fault(When.always(), Faults.status(429)));

    var run = check();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.waits()).isEmpty();
  }
}
