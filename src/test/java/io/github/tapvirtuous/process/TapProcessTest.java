package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapProcess;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own can show: pipes, signals, exit codes, locales. */
final class TapProcessTest {
  private static final int ROWS = 2000;

  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void one_table_in_small_pages() {
    tap.tables("gifts").set("page_size", 11).set("retry_limit", 1);
  }

  /** Two hundred pages, each of which takes a moment. */
  private void serveSlowly() {
    tap.serves(
        StandIn.builder()
            .ids("gifts", LongStream.rangeClosed(1, ROWS).toArray())
            .latency(Duration.ofMillis(20)));
  }

  @Test
  @Rule("CLI-11")
  void a_good_run_exits_with_0() throws Exception {
    var ran = tap.launch().run();

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.ids("gifts")).isNotEmpty();
  }

  @Test
  @Rule("CLI-11")
  void a_failed_run_exits_with_1() throws Exception {
    tap.serves(StandIn.builder().forbid("gifts"));

    var ran = tap.launch().run();

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.messages()).allMatch(each -> Messages.is(each, "STATE"));
    assertThat(ran.err()).contains("403").doesNotContain("\tat ");
  }

  @Test
  @Rule({"CLI-11", "LOG-2"})
  void a_wrong_key_exits_with_2_and_writes_nothing() throws Exception {
    tap.serves(StandIn.builder().keys("another"));

    var ran = tap.launch().run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.fatal()).singleElement().asString().contains("401", "api_key");
    assertThat(ran.err()).doesNotContain("\tat ");
  }

  @Test
  @Rule("OUT-1")
  void what_libraries_print_goes_to_stderr() throws Exception {
    var ran = TapProcess.ofMain(StrayPrinter.class, "--config", tap.config()).run();

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.messages()).isNotEmpty().allMatch(each -> each.has("type"));
    assertThat(ran.err()).contains("a stray line");
  }

  @Test
  @Rule("CLI-13")
  void a_reader_that_ends_early_ends_the_run_with_one_line() throws Exception {
    serveSlowly();

    try (var piped = tap.launch().startInto(Launch.of(Path.of("head"), "-n", "3"))) {
      assertThat(piped.reader().ended().messages("RECORD")).isNotEmpty();

      var ran = piped.writer().ended();
      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.fatal()).singleElement().asString().contains("Writing to stdout failed");
      assertThat(ran.err()).doesNotContain("\tat ");
      assertThat(tap.standIn().requestCount("gifts")).isLessThan(ROWS / 10);
    }
  }

  @Test
  void a_file_takes_what_a_reader_would() throws Exception {
    var file = tap.folder().resolve("messages.jsonl");

    var ran = tap.launch().into(file).run();

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(file).content().contains("\"RECORD\"").endsWith("}\n");
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  @Rule("CLI-12")
  void a_signal_ends_the_run_with_a_state_that_the_next_run_goes_on_from(String name, int code)
      throws Exception {
    serveSlowly();

    var before = stoppedBy(name);
    var after = tap.launch("--state", tap.file("state.json", before.state())).run();

    assertThat(before.exitCode()).isEqualTo(code);
    assertThat(before.err()).doesNotContain("\tat ");
    assertThat(before.messages()).last().matches(each -> Messages.is(each, "STATE"));
    assertThat(before.bookmark("gifts").path("complete").booleanValue()).isFalse();
    assertThat(after.exitCode()).as(after.err()).isZero();
    assertThat(after.ids("gifts")).hasSizeLessThan(ROWS);
    assertThat(new HashSet<>(before.and(after).ids("gifts"))).hasSize(ROWS);
  }

  private Ran stoppedBy(String signal) throws Exception {
    try (var process = tap.launch().start()) {
      process.lineWith("RECORD");
      process.signal(signal);
      return process.ended();
    }
  }

  @Test
  @Rule("OUT-3")
  void the_locale_does_not_matter() throws Exception {
    var name = "Zoë 日本語 🎁";
    tap.serves(StandIn.builder().rows("gifts", "{\"id\":1,\"contactName\":\"" + name + "\"}"));

    for (var launch : List.of(tap.launch(), TapProcess.ofJar("--config", tap.config()))) {
      var ran = launch.with("LC_ALL", "C").with("LANG", "C").run();

      assertThat(ran.exitCode()).isZero();
      assertThat(ran.records("gifts")).singleElement().asString().contains(name);
    }
  }

  @Test
  void numbers_come_in_digits_of_ascii_wherever_people_write_others() throws Exception {
    tap.serves(StandIn.builder().rows("gifts", 1200, 1));
    var arabic = "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab";

    var ran = tap.launch().with("JAVA_OPTS", arabic).run();

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.ids("gifts")).hasSize(1200);
    assertThat(ran.err())
        .contains("rows 1200 (total 1200)", "1,200 rows")
        .doesNotContainPattern("[^\\p{ASCII}·]");
  }
}
