package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapProcess;
import io.github.tapvirtuous.testing.airbyte.AirbyteOutput;
import io.github.tapvirtuous.testing.airbyte.ReadRules;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the platform and PyAirbyte call the program, and what else it then still is. */
final class EntrypointProcessTest {
  private static final String ENTRYPOINT = "AIRBYTE_ENTRYPOINT";
  private static final Path SOURCE = Path.of("bin", "source-virtuous").toAbsolutePath();

  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void one_table() {
    tap.tables("gifts").serves(StandIn.builder().rows("gifts", 20, 1));
  }

  private static Ran ofPlatform(String... arguments) throws Exception {
    return TapProcess.of(arguments).with(ENTRYPOINT, "/opt/tap-virtuous/bin/tap-virtuous").run();
  }

  @Test
  void where_the_image_says_so_the_bare_verbs_are_those_of_airbyte() throws Exception {
    var config = tap.config();
    var discovered = AirbyteOutput.of(ofPlatform("discover", "--config", config).well().out());
    var catalog = Source.inProcess(tap).discovered();
    var file = tap.file("configured.json", catalog.json());
    var read = ofPlatform("read", "--config", config, "--catalog", file).well();
    var checked = AirbyteOutput.of(ofPlatform("check", "--config", config).well().out());

    assertThat(AirbyteOutput.of(ofPlatform("spec").well().out()).spec()).isNotNull();
    assertThat(checked.connectionStatus().path("status").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(discovered.catalog().path("streams")).hasSize(1);
    ReadRules.check(AirbyteOutput.of(read.out()), catalog.json(), read.exitCode());
    assertThat(read.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void where_it_is_blank_check_is_our_own(String nothing) throws Exception {
    var ran = TapProcess.of("check", "--config", tap.config()).with(ENTRYPOINT, nothing).run();

    assertThat(ran.well().document().path("test_result").booleanValue()).isTrue();
  }

  @Test
  void elsewhere_check_is_our_own_and_the_other_verbs_are_unknown() throws Exception {
    var check = TapProcess.of("check", "--config", tap.config()).without(ENTRYPOINT).run();
    var spec = TapProcess.of("spec").without(ENTRYPOINT).run();

    assertThat(check.well().document().path("test_result").booleanValue()).isTrue();
    assertThat(spec.exitCode()).isEqualTo(2);
    assertThat(spec.out()).isEmpty();
  }

  @Test
  void the_flags_of_singer_work_in_the_image_too() throws Exception {
    var ran = ofPlatform("--config", tap.config()).well();

    assertThat(ran.messages("SCHEMA")).isNotEmpty();
    assertThat(ran.records("gifts")).hasSize(20);
  }

  @Test
  void what_pyairbyte_starts_is_the_source_from_wherever() throws Exception {
    var link = Files.createSymbolicLink(tap.folder().resolve("a source"), SOURCE);
    var config = Files.copy(Path.of(tap.config()), tap.folder().resolve("a config.json"));

    var spec = Launch.of(link, "spec").from(tap.folder()).run().well();
    var check = Launch.of(SOURCE, "check", "--config", config.toString()).run().well();

    assertThat(AirbyteOutput.of(spec.out()).spec().has("connectionSpecification")).isTrue();
    assertThat(AirbyteOutput.of(check.out()).connectionStatus().path("status").stringValue())
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void its_exit_codes_come_through() throws Exception {
    tap.serves(StandIn.builder().keys("another"));

    var ran = Launch.of(SOURCE, "discover", "--config", tap.config()).run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(AirbyteOutput.of(ran.out()).errors()).isNotEmpty();
  }

  @Test
  void the_log_is_on_standard_output_with_its_levels_and_nothing_on_the_other() throws Exception {
    var catalog = Source.inProcess(tap).discovered();

    var ran = Source.inProcess(tap).reader(catalog).run().well();

    assertThat(ran.err()).isEmpty();
    assertThat(AirbyteOutput.of(ran.out()).logs())
        .isNotEmpty()
        .anyMatch(line -> line.startsWith("INFO ") && line.contains("gifts"))
        .noneMatch(line -> line.contains("demo-key"));
  }

  /** PyAirbyte sends the signal as soon as it has read the message. */
  @Test
  void a_signal_behind_the_only_message_does_not_make_it_a_failure() throws Exception {
    try (var process = TapProcess.of("airbyte", "check", "--config", tap.config()).start()) {
      process.lineWith("CONNECTION_STATUS");
      process.stop();

      assertThat(process.ended().exitCode()).isZero();
    }
  }
}
