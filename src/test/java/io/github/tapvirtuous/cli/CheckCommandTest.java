package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.Faults;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.When;
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
    assertThat(run.document().path("tables").path("contacts").stringValue()).contains("403");
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
