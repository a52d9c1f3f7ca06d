package io.github.tapvirtuous.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {
  private final FreshLog log = new FreshLog(Map.of());

  @Test
  void says_when_before_the_level() {
    log.ours().info("Read 3 rows.\n  And more.\nThen none.");

    var time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
    assertThat(log.dated())
        .matches(time + " INFO Read 3 rows.\n  And more.\n" + time + " INFO Then none.\n");
  }

  @Test
  @Rule("LOG-1")
  void says_the_level_and_the_message() {
    log.ours().info("Read {} rows of {}.", 3, "gifts");

    assertThat(log.text()).isEqualTo("INFO Read 3 rows of gifts.\n");
  }

  @Test
  @Rule("LOG-1")
  void a_metric_is_exactly_what_singer_s_parsers_look_for() {
    log.ours().info("METRIC: {}", "{\"type\":\"counter\",\"value\":3}");

    assertThat(log.dated()).isEqualTo("INFO METRIC: {\"type\":\"counter\",\"value\":3}\n");
  }

  @Test
  @Rule("LOG-2")
  void every_physical_line_of_a_fatal_reason_says_critical() {
    log.ours()
        .error(
            Fatal.EXIT, "The key is wrong.\n  Or old.\nCheck \"api_key\".\r\n42\rend\u2028of it\n");

    assertThat(log.dated())
        .isEqualTo(
            """
            CRITICAL The key is wrong.
            CRITICAL   Or old.
            CRITICAL Check "api_key".
            CRITICAL 42
            CRITICAL end
            CRITICAL of it
            """);
  }

  @Test
  void every_line_of_a_stack_trace_says_the_level() {
    log.ours().error("Broken", new IllegalStateException("no\nway", new IOException("disk")));

    assertThat(log.lines())
        .startsWith("ERROR Broken", "ERROR java.lang.IllegalStateException: no", "ERROR way")
        .contains("ERROR Caused by: java.io.IOException: disk")
        .allMatch(line -> line.startsWith("ERROR "))
        .anyMatch(line -> line.startsWith("ERROR \tat " + TextLinesTest.class.getName()));
  }

  @Test
  void an_empty_message_is_a_line_too() {
    log.ours().info("\n");

    assertThat(log.text()).isEqualTo("INFO \n");
  }

  @Test
  void meltano_gets_the_bare_message_when_it_asks_for_it(@TempDir Path folder) {
    var bare = new FreshLog(SdkFile.bare(folder, "INFO"));

    bare.ours().warn("Read 3 rows.\n3 more, {}.", "at last");

    assertThat(bare.text()).isEqualTo("Read 3 rows.\n3 more, at last.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"42", " -1.5e3 ", "\"text\"", "null", "true", "NaN", "[1]", "{}", "{\"a\": 1}"})
  @Rule("LOG-6")
  void a_bare_line_never_passes_for_json(String message, @TempDir Path folder) {
    var bare = new FreshLog(SdkFile.bare(folder, "INFO"));

    bare.ours().info("Look:\n{}", message);

    assertThat(bare.lines()).containsExactly("Look:", "INFO " + message.stripTrailing());
  }
}
