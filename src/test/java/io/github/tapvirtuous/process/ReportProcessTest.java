package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.ReportedRun;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the built program, whoever ends it. */
final class ReportProcessTest {
  private static final Pattern OF_THE_FILE =
      Pattern.compile("ReportFile|RunEnd|RunReportJson|StopSignal|NewFile");

  private static final String BEFORE = "{\"tap\": \"tap-virtuous\", \"version\": \"0.1\"}";

  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void two_hundred_slow_pages() {
    tap.servesSlowGifts();
  }

  private Path file() {
    return tap.folder().resolve("report.json");
  }

  private Launch launch() {
    return tap.launch("--report", file().toString());
  }

  private ReportedRun report() throws IOException {
    return ReportedRun.in(file());
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void says_by_which_signal_a_run_was_stopped_and_where(String signal, int code) throws Exception {
    try (var process = launch().start()) {
      process.lineWith("RECORD");
      process.signal(signal);

      var ran = process.ended();
      assertThat(ran.exitCode()).isEqualTo(code);
      assertThat(report().exitCode()).isEqualTo(code);
      assertThat(report().reason()).contains("The run was stopped");
      assertThat(report().outcome("gifts")).isEqualTo("interrupted");
      assertThat(report().stream("gifts").path("rows").longValue())
          .isEqualTo(ran.ids("gifts").size());
    }
  }

  @Test
  void says_that_nobody_read_on() throws Exception {
    try (var piped = launch().startInto(Launch.of(Path.of("head"), "-n", "3"))) {
      piped.reader().ended();

      assertThat(piped.writer().ended().exitCode()).isEqualTo(1);
      assertThat(report().exitCode()).isEqualTo(1);
      assertThat(report().reason()).contains("Writing to stdout failed");
    }
  }

  @Test
  void leaves_the_one_before_to_a_run_that_was_killed() throws Exception {
    Files.writeString(file(), BEFORE);

    try (var process = launch().start()) {
      process.lineWith("RECORD");
      process.kill();
    }

    assertThat(file()).hasContent(BEFORE);
  }

  @Test
  void is_not_the_file_to_which_messages_go() throws Exception {
    var ran = launch().into(file()).run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(file()).isEmptyFile();
    assertThat(ran.fatal()).singleElement().asString().contains("the run's standard output");
  }

  @Test
  void costs_a_run_nothing_that_leaves_none() throws Exception {
    var log = tap.tables("segments").folder().resolve("classes.log");

    tap.launch().with("JAVA_OPTS", "-Xlog:class+load:file=" + log).run().well();

    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains(".cli.report.RunRecord "))
        .noneMatch(line -> OF_THE_FILE.matcher(line).find());
  }

  @Test
  void may_be_read_by_whom_the_users_mask_lets_read() throws Exception {
    tap.tables("segments");
    var program = Path.of("bin/tap-virtuous").toAbsolutePath().toString();
    var script = "umask 027; exec \"$0\" --config \"$1\" --report \"$2\"";

    Launch.of(List.of("sh", "-c", script, program, tap.config(), file().toString())).run().well();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-r-----");
  }
}
