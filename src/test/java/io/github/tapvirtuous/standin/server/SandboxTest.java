package io.github.tapvirtuous.standin.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.output.StrictJson;
import io.github.tapvirtuous.testing.process.Launch;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as a program of its own. */
@Tag("slow")
final class SandboxTest {
  @TempDir private Path folder;
  private Path config = Path.of("");

  @BeforeEach
  void no_config_is_there() {
    config = folder.resolve("sandbox.json");
  }

  private Launch sandbox(String... arguments) {
    var all = Stream.concat(Stream.of("--config", config.toString()), Stream.of(arguments));
    return Launch.main(StandInServer.class, all.toArray(String[]::new)).mixed();
  }

  @Test
  void leads_the_tap_to_it_by_a_config_that_is_gone_at_its_end() throws Exception {
    try (var sandbox = sandbox("--port", "0", "--key", "made-up").start()) {
      sandbox.lineWith("Stop it with Ctrl-C.");
      var written = StrictJson.of(Files.readString(config));
      sandbox.signal("TERM");
      var greeting = sandbox.ended().lines();

      assertThat(written.path("api_key").stringValue()).isEqualTo("made-up");
      assertThat(greeting).first().asString().contains(written.path("base_url").stringValue());
      assertThat(greeting).contains("  bin/tap-virtuous check --config " + config);
      assertThat(config).doesNotExist();
    }
  }

  @Test
  void leaves_the_config_of_another_sandbox_where_it_is() throws Exception {
    try (var sandbox = sandbox("--port", "0").start()) {
      sandbox.lineWith("Stop it with Ctrl-C.");
      Files.writeString(config, "{}");
      sandbox.signal("TERM");
      sandbox.ended();

      assertThat(config).exists();
    }
  }

  @Test
  void says_in_one_line_that_its_port_is_in_use() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(other.getLocalPort());

      var ran = sandbox("--port", port).run();

      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.lines())
          .singleElement()
          .asString()
          .startsWith("Port " + port + " is in use")
          .contains("PORT=0");
      assertThat(config).doesNotExist();
    }
  }
}
