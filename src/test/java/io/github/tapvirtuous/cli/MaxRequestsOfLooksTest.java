package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that look at tables, counted like all others: samples, discovery, {@code check}. */
final class MaxRequestsOfLooksTest {
  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void tables_of_several_pages() {
    tap.tables("gifts", "contacts")
        .set("page_size", 5)
        .set("sample_size", 5)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .ids("gifts", LongStream.rangeClosed(1, 41).toArray())
                .ids("contacts", LongStream.rangeClosed(1, 17).toArray()));
  }

  @Test
  void without_a_catalog_the_samples_count() {
    var run = tap.set("max_requests", 4).sync();

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isEqualTo(4);
    assertThat(run.ids("gifts")).hasSize(13).endsWith(13L);
    assertThat(run.logText()).contains("1 not begun (\"max_requests\" is used up): contacts");
  }

  @Test
  void a_limit_with_which_nothing_can_be_read_says_so() {
    var run = tap.set("max_requests", 1).sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(tap.standIn().requestCount()).isEqualTo(1);
    assertThat(run.messages("RECORD")).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("\"max_requests\" is used up, and not a page could be read. Raise it");
  }

  @Test
  void so_does_one_with_which_no_later_run_would_come_further() {
    var before = tap.set("max_requests", 2).sync();

    var run = tap.resume(before);

    assertThat(before.exitCode()).isZero();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.state()).isEqualTo(before.state());
    assertThat(run.errors()).singleElement().asString().contains("not a page could be read");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_discovery_that_does_not_see_all_tables_fails(int maxRequests) {
    var run = tap.set("max_requests", maxRequests).discover();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("\"max_requests\" (" + maxRequests + ") is used up. Raise it, or remove it.");
  }

  @Test
  void a_check_names_the_tables_that_it_did_not_ask_for() {
    var run = tap.set("max_requests", 2).run("check", "--config", tap.config());

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isEqualTo(2);
    assertThat(verdict(run, "gifts")).isEqualTo("ok");
    assertThat(verdict(run, "contacts"))
        .isEqualTo("\"max_requests\" (2) is used up. Raise it, or remove it.");
  }

  private static String verdict(TapRun check, String table) {
    return check.document().path("tables").path(table).stringValue();
  }
}
