package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.output.ReportedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A read leaves the same report as a sync where the setting says so; the other verbs leave none.
 */
final class ReportedReadTest {
  @RegisterExtension
  private final Tap tap = new Tap().set("page_size", 10).set("max_concurrent_requests", 1);

  private final Source source = Source.inProcess(tap);

  @BeforeEach
  void two_tables() {
    tap.tables("gifts", "projects")
        .serves(StandIn.builder().ids("gifts", LongStream.rangeClosed(1, 100).toArray()));
  }

  private Path file() {
    return tap.folder().resolve("report.json");
  }

  private void report() {
    tap.set("report_file", '"' + file().toString() + '"');
  }

  @Test
  void says_what_came_and_how_the_read_ended() throws IOException {
    var catalog = source.discovered();
    report();

    var read = source.read(catalog).well();

    var report = ReportedRun.in(file());
    assertThat(report.exitCode()).isZero();
    assertThat(report.outcome("projects")).isEqualTo("verified");
    assertThat(report.stream("gifts").path("rows").intValue())
        .isEqualTo(read.output().rows("gifts").size());
  }

  @Test
  void has_the_exit_code_of_a_read_whose_requests_were_used_up() throws IOException {
    var catalog = source.discovered();
    report();
    tap.set("max_requests", 4);

    var read = source.read(catalog);

    var report = ReportedRun.in(file());
    assertThat(report.exitCode()).isEqualTo(read.exitCode()).isEqualTo(1);
    assertThat(report.reason()).contains("\"max_requests\"");
    assertThat(report.outcome("gifts")).isEqualTo("unfinished");
  }

  @Test
  void is_left_by_no_other_verb() {
    report();

    source.check();
    source.discovered();

    assertThat(file()).doesNotExist();
  }
}
