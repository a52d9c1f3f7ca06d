package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.ReportedRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a report may go. */
final class ReportPlaceTest {
  /** A folder of the system in which nobody may make files, not even root. */
  private static final Path CLOSED = Path.of("/proc/sys");

  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void one_small_table() {
    tap.tables("segments");
  }

  private Path file(String name) {
    return tap.folder().resolve(name);
  }

  private void assertRefused(String path, String why) {
    assertRefused(tap.sync("--report", path), "--report", why);
    assertRefused(tap.set("report_file", '"' + path + '"').sync(), "\"report_file\"", why);
  }

  private void assertRefused(TapRun run, String by, String why) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).singleElement().asString().startsWith("ERROR " + by).contains(why);
    assertThat(tap.standIn().requests()).isEmpty();
  }

  @Test
  void is_not_standard_output() {
    assertRefused("-", "standard output is for messages alone");
  }

  @Test
  void is_no_folder() {
    assertRefused(tap.folder().toString(), "a folder. Name a file in it.");
  }

  @Test
  void is_in_a_folder_that_exists() {
    assertRefused(file("reports/today.json").toString(), "lies in no folder that exists. Make");
  }

  @Test
  void is_no_device() {
    assertRefused("/dev/null", "a device or a pipe");
  }

  @Test
  void is_no_file_that_the_run_reads() {
    var state = tap.file("state.json", "{\"bookmarks\": {}}");

    assertRefused(tap.sync("--state", state, "--report", state), "--report", "also the state");
    assertRefused(tap.sync("--report", tap.config()), "--report", "also the config");
    assertRefused(
        tap.set("report_file", '"' + state + '"').sync("--catalog", state),
        "\"report_file\"",
        "also the catalog");
  }

  @Test
  void is_no_file_with_something_else_however_the_run_ends() {
    var inbox = tap.file("inbox.db", "events");

    assertRefused(inbox, "holds something else than a report");
    assertRefused(tap.without("api_key").sync("--report", inbox), "--report", "something else");

    assertThat(Path.of(inbox)).hasContent("events");
  }

  @Test
  void may_be_an_empty_file() throws IOException {
    var empty = tap.file("report.json", "");

    tap.sync("--report", empty);

    assertThat(ReportedRun.in(Path.of(empty)).exitCode()).isZero();
  }

  @Test
  void is_not_shown_where_it_looks_like_a_key() {
    var run = tap.sync("--report", "v_3fd0a8e17b6c4d2e9a/x");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.logText()).doesNotContain("3fd0a8e1").contains("--report is \"***\"");
  }

  @Test
  void comes_from_the_setting_unless_the_option_names_another() throws IOException {
    tap.set("report_file", '"' + file("setting.json").toString() + '"');

    tap.sync("--report", file("option.json").toString());

    assertThat(ReportedRun.in(file("option.json")).exitCode()).isZero();
    assertThat(file("setting.json")).doesNotExist();

    tap.sync();

    assertThat(ReportedRun.in(file("setting.json")).outcome("segments")).isEqualTo("verified");
  }

  @Test
  void behind_a_link_is_what_that_leads_to() throws IOException {
    var target = Path.of(tap.file("target.json", "{\"tap\":\"tap-virtuous\",}"));
    var link = Files.createSymbolicLink(file("link.json"), target);

    tap.sync("--report", link.toString());

    assertThat(link).isSymbolicLink();
    assertThat(ReportedRun.in(target).exitCode()).isZero();
  }

  @Test
  void that_takes_no_file_is_a_warning_before_and_after_and_changes_no_exit_code() {
    assumeTrue(Files.isDirectory(CLOSED), "a Linux");
    assumeFalse(Files.isWritable(CLOSED));

    var run = tap.sync("--report", CLOSED.resolve("report.json").toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.isComplete("segments")).isTrue();
    assertThat(run.warnings()).hasSize(2);
    assertThat(run.log().get(0)).contains("/proc/sys/report.json cannot be written", "another");
    assertThat(run.warnings().get(1)).contains("/proc/sys/report.json was not written");
  }

  @Test
  void that_goes_away_meanwhile_is_a_warning() throws IOException {
    var folder = Files.createDirectory(file("reports"));
    var deleting =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int start, int length) {
            super.write(bytes, start, length);
            delete(folder);
          }
        };

    var run = tap.syncInto(deleting, "--report", folder.resolve("report.json").toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings())
        .singleElement()
        .asString()
        .contains("was not written: lies in no folder that exists");
  }

  private static void delete(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  @Test
  void is_of_a_sync_alone() {
    var report = file("report.json");

    assertRefused(tap.discover("--report", report.toString()), "--report", "is of a sync");
    assertThat(tap.set("report_file", '"' + report.toString() + '"').discover().exitCode())
        .isZero();
    assertThat(report).doesNotExist();
  }
}
