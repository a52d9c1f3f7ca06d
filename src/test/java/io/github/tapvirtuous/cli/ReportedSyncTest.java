package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Expectation;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.ReportedRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the report in a file says of a sync, however that ends. */
final class ReportedSyncTest {
  private static final Path GOLDEN = Path.of("src/test/resources/report");

  @RegisterExtension private final Tap tap = new Tap();

  @AfterEach
  void the_signal_is_over() {
    Thread.interrupted(); // else the next test would be stopped
  }

  private Path file() {
    return tap.folder().resolve("report.json");
  }

  private ReportedRun report() throws IOException {
    return ReportedRun.in(file());
  }

  private String[] withReport() {
    return new String[] {"--report", file().toString()};
  }

  /** A stream a line; the version is not the report's affair. */
  private String stable() throws IOException {
    return report()
        .json()
        .toString()
        .replace("\"version\":\"" + Version.current() + '"', "\"version\":\"…\"")
        .replace("{\"name\"", "\n{\"name\"")
        .concat("\n");
  }

  @Test
  void tells_all_of_a_sync_that_had_something_to_tell() throws Exception {
    tap.tables("gifts", "segments", "projects")
        .set("page_size", 30)
        .set("max_concurrent_requests", 1)
        .set("auth_scheme", "\"basic\"")
        .serves(
            StandIn.builder()
                .rows("gifts", 95, 1)
                .rateLimit(RateLimit.hourly(5, tap.clock()))
                .clock(tap.clock())
                .forbid("projects")
                .fault(When.request(3).of("gifts"), Faults.status(503)));

    var run = tap.sync(withReport());

    assertThat(run.exitCode()).isEqualTo(1);
    Expectation.matches(GOLDEN.resolve("sync.json"), stable());
  }

  @Test
  void counts_what_was_dropped_and_nulled() throws Exception {
    tap.tables("gifts")
        .serves(
            StandIn.builder()
                .rows(
                    "gifts",
                    "{\"id\":1,\"brandNew\":1,\"giftDate\":\"soon\"}",
                    "{\"id\":2,\"brandNew\":2,\"newer\":3}"));

    tap.sync("--report", file().toString(), "--catalog", golden("gifts"));

    var json = report().json();
    assertThat(json.path("dropped").longValue()).isEqualTo(3);
    assertThat(json.path("mismatched").longValue()).isEqualTo(1);
    var gifts = report().stream("gifts");
    assertThat(gifts.path("dropped_fields")).hasToString("{\"brandNew\":2,\"newer\":1}");
    assertThat(gifts.path("nulled_values")).hasToString("{\"giftDate\":1}");
  }

  private static String golden(String table) {
    return "src/test/resources/golden/" + table + "/catalog.json";
  }

  @Test
  void says_in_the_words_of_the_log_why_a_stream_failed_and_that_others_did_not() throws Exception {
    tap.tables("gifts", "contacts").serves(StandIn.builder().forbid("gifts"));

    var run = tap.sync(withReport());

    assertThat(report().exitCode()).isEqualTo(run.exitCode()).isEqualTo(1);
    assertThat(report().outcome("gifts")).isEqualTo("forbidden");
    assertThat(report().outcome("contacts")).isEqualTo("verified");
    assertThat(run.errors()).containsExactly("ERROR " + report().reason());
    assertThat(report().stream("gifts").path("reason").stringValue()).isEqualTo(report().reason());
  }

  @Test
  void is_there_when_the_key_was_refused() throws Exception {
    var run = tap.serves(StandIn.builder().keys("another")).sync(withReport());

    assertThat(run.stdout()).isEmpty();
    assertThat(report().exitCode()).isEqualTo(2);
    assertThat(report().reason()).contains("api_key", "401");
    assertThat(report().json().path("rows").longValue()).isZero();
    assertThat(report().json().path("streams").valueStream())
        .hasSizeGreaterThan(1)
        .extracting(stream -> stream.path("outcome").stringValue())
        .containsOnly("failed", "not_begun");
  }

  @Test
  void is_there_when_the_key_was_revoked_meanwhile() throws Exception {
    tap.tables("gifts", "contacts")
        .set("page_size", 10)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .rows("gifts", 95, 1)
                .fault(When.request(4).of("gifts"), DataFaults.keysRevoked()));

    tap.sync(withReport());

    assertThat(report().exitCode()).isEqualTo(2);
    assertThat(report().outcome("gifts")).isEqualTo("failed");
    assertThat(report().stream("gifts").path("rows").longValue()).isPositive();
    assertThat(report().outcome("contacts")).isEqualTo("not_begun");
  }

  @Test
  void says_that_requests_were_used_up_though_the_run_ends_well() throws Exception {
    tap.tables("gifts", "contacts")
        .set("page_size", 10)
        .set("max_requests", 5)
        .serves(StandIn.builder().rows("gifts", 95, 1));

    tap.sync(withReport());

    assertThat(report().exitCode()).isZero();
    assertThat(report().reason()).contains("\"max_requests\" is used up before the end");
    assertThat(report().outcome("gifts")).isEqualTo("unfinished");
    assertThat(report().outcome("contacts")).isEqualTo("not_begun");
    assertThat(report().json().path("requests").longValue()).isEqualTo(5);
  }

  @Test
  void is_there_when_a_config_or_a_catalog_is_wrong() throws Exception {
    tap.run("--config", tap.file("bad.json", "{\"page_size\": 1}"), "--report", file().toString());

    assertThat(report().exitCode()).isEqualTo(2);
    assertThat(report().reason()).contains("\"page_size\"", "\"api_key\"");
    assertThat(report().json().path("streams")).isEmpty();

    tap.sync("--report", file().toString(), "--catalog", tap.file("catalog.json", "{}"));

    assertThat(report().reason()).contains("The catalog", "\"streams\"");
  }

  @Test
  void is_there_when_nobody_read_the_output() throws Exception {
    tap.tables("gifts").serves(StandIn.builder().rows("gifts", 1000, 1));

    var run = tap.syncInto(new ClosingPipe(3), withReport());

    assertThat(report().exitCode()).isEqualTo(run.exitCode()).isEqualTo(1);
    assertThat(report().reason()).contains("Writing to stdout failed");
    assertThat(report().outcome("gifts")).isEqualTo("interrupted");
  }

  @Test
  void is_there_when_the_run_was_stopped() throws Exception {
    tap.tables("gifts").set("page_size", 11).serves(StandIn.builder().rows("gifts", 1000, 1));
    var signal =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int start, int length) {
            super.write(bytes, start, length);
            Thread.currentThread().interrupt();
          }
        };

    tap.syncInto(signal, withReport());

    assertThat(report().json().path("exit_code").isNull()).as("no signal is known").isTrue();
    assertThat(report().reason()).contains("The run was stopped");
    assertThat(report().outcome("gifts")).isEqualTo("interrupted");
  }

  @Test
  void is_that_of_the_last_run_and_leaves_nothing_else() throws Exception {
    tap.tables("segments").sync(withReport());
    tap.tables("channel_types").sync(withReport());

    assertThat(report().json().path("streams")).hasSize(1);
    assertThat(report().outcome("channel_types")).isEqualTo("verified");
    try (var files = Files.list(tap.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("config.json", "report.json");
    }
  }

  @Test
  void is_written_of_a_test_too() throws Exception {
    tap.tables("segments").sync("--test", "--report", file().toString());

    assertThat(report().stream("segments").path("rows").longValue()).isEqualTo(1);
  }
}
