package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What only a process of its own can show: pipes, signals, exit codes, locales. */
final class TapProcessTest {
  private static final int ROWS = 2000;

  @TempDir private Path folder;
  private StandInServer virtuous = serving(StandIn.builder());

  private static StandInServer serving(StandInBuilder standIn) {
    try {
      return StandInServer.serving(standIn.build(), 0);
    } catch (IOException noPort) {
      throw new AssertionError(noPort);
    }
  }

  private void serve(StandInBuilder standIn) {
    virtuous.close();
    virtuous = serving(standIn);
  }

  /** Two hundred pages, each of which takes a moment. */
  private void serveSlowly() {
    serve(
        StandIn.builder()
            .ids("gifts", LongStream.rangeClosed(1, ROWS).toArray())
            .latency(Duration.ofMillis(20)));
  }

  @AfterEach
  void stop() {
    virtuous.close();
  }

  private TapProcess start(String... arguments) throws IOException {
    return TapProcess.start(folder, command("bin/tap-virtuous", arguments));
  }

  private List<String> command(String program, String... arguments) throws IOException {
    var config = folder.resolve("config.json");
    Files.writeString(
        config,
        """
        {"api_key": "demo-key", "base_url": "%s", "tables": ["gifts"], "page_size": 11,
         "retry_limit": 1}
        """
            .formatted(virtuous.baseUri()));
    return Stream.concat(
            Stream.of(program.split(" ")),
            Stream.concat(Stream.of("--config", config.toString()), Stream.of(arguments)))
        .toList();
  }

  private static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }

  private static List<Long> ids(List<String> lines) {
    return lines.stream()
        .map(TapProcessTest::json)
        .filter(each -> each.path("type").asString("").equals("RECORD"))
        .map(each -> each.path("record").path("id").longValue())
        .toList();
  }

  @Test
  void a_good_run_exits_with_0() throws Exception {
    try (var tap = start()) {
      assertThat(ids(tap.remainingLines())).isNotEmpty();
      assertThat(tap.exitCode()).isZero();
    }
  }

  @Test
  void a_failed_run_exits_with_1() throws Exception {
    serve(StandIn.builder().forbid("gifts"));

    try (var tap = start()) {
      assertThat(tap.remainingLines()).allMatch(line -> line.contains("STATE"));
      assertThat(tap.exitCode()).isEqualTo(1);
      assertThat(tap.errors()).contains("403").doesNotContain("\tat ");
    }
  }

  @Test
  void a_wrong_key_exits_with_2_and_writes_nothing() throws Exception {
    serve(StandIn.builder().keys("another"));

    try (var tap = start()) {
      assertThat(tap.remainingLines()).isEmpty();
      assertThat(tap.exitCode()).isEqualTo(2);
      assertThat(tap.errors().lines().filter(line -> line.startsWith("CRITICAL")))
          .singleElement()
          .asString()
          .contains("401", "api_key");
      assertThat(tap.errors()).doesNotContain("\tat ");
    }
  }

  @Test
  void what_libraries_print_goes_to_stderr() throws Exception {
    var program =
        "java -cp target/tap-virtuous.jar:target/test-classes " + StrayPrinter.class.getName();

    try (var tap = TapProcess.start(folder, command(program))) {
      assertThat(tap.remainingLines()).allMatch(line -> json(line).has("type"));
      assertThat(tap.exitCode()).isZero();
      assertThat(tap.errors()).contains("a stray line");
    }
  }

  @Test
  void a_closed_pipe_ends_the_run_with_one_line() throws Exception {
    serveSlowly();

    try (var tap = start()) {
      tap.lineWith("RECORD");
      tap.closePipe();

      assertThat(tap.exitCode()).isEqualTo(1);
      assertThat(tap.errors().lines().filter(line -> line.startsWith("CRITICAL"))).hasSize(1);
      assertThat(tap.errors()).contains("Writing to stdout failed").doesNotContain("\tat ");
      assertThat(virtuous.standIn().requestCount("gifts")).isLessThan(ROWS / 10);
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void a_signal_ends_the_run_with_a_state_that_the_next_run_goes_on_from(String name, int code)
      throws Exception {
    serveSlowly();
    List<String> before;
    try (var tap = start()) {
      tap.lineWith("RECORD");
      tap.signal(name);
      before = tap.remainingLines();
      assertThat(tap.exitCode()).isEqualTo(code);
      assertThat(tap.errors()).doesNotContain("\tat ");
    }
    var last = json(before.get(before.size() - 1));
    assertThat(last.path("type").stringValue()).isEqualTo("STATE");
    assertThat(last.at("/value/bookmarks/gifts/complete").booleanValue()).isFalse();

    var state = Files.writeString(folder.resolve("state.json"), last.path("value").toString());
    try (var tap = start("--state", state.toString())) {
      var all = new TreeSet<>(ids(before));
      var after = ids(tap.remainingLines());
      all.addAll(after);
      assertThat(tap.exitCode()).as(tap.errors()).isZero();
      assertThat(after).hasSizeLessThan(ROWS);
      assertThat(all).hasSize(ROWS);
    }
  }

  @Test
  void the_locale_does_not_matter() throws Exception {
    var name = "Zoë 日本語 🎁";
    serve(StandIn.builder().rows("gifts", "{\"id\":1,\"contactName\":\"" + name + "\"}"));
    var java = command("java -jar target/tap-virtuous.jar");

    for (var command : List.of(command("bin/tap-virtuous"), java)) {
      try (var tap = TapProcess.start(folder, command, "LC_ALL=C", "LANG=C")) {
        assertThat(tap.lineWith("RECORD")).contains(name);
        assertThat(tap.remainingLines()).isNotEmpty();
        assertThat(tap.exitCode()).isZero();
      }
    }
  }

  @Test
  void numbers_come_in_digits_of_ascii_wherever_people_write_others() throws Exception {
    serve(StandIn.builder().rows("gifts", 1200, 1));
    var arabic = "JAVA_OPTS=-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab";

    try (var tap = TapProcess.start(folder, command("bin/tap-virtuous"), arabic)) {
      assertThat(tap.remainingLines()).hasSizeGreaterThan(1200);
      assertThat(tap.exitCode()).isZero();
      assertThat(tap.errors()).contains("rows 1200 (total 1200)").matches("\\p{ASCII}*");
    }
  }
}
