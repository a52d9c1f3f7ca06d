package io.github.tapvirtuous.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import io.github.tapvirtuous.testing.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelTest {
  @Test
  void logs_at_info_when_nothing_is_set() {
    assertThat(shown(Map.of())).containsExactly("INFO i", "WARNING w", "ERROR e", "CRITICAL c");
  }

  @ParameterizedTest
  @CsvSource({
    "DEBUG, DEBUG t",
    "debug, DEBUG t",
    "Info, INFO i",
    "WARNING, WARNING w",
    "warn, WARNING w",
    "ERROR, ERROR e",
    "critical, CRITICAL c",
    "' info ', INFO i",
  })
  @Rule("LOG-4")
  void takes_python_s_words_in_any_case(String word, String first) {
    var lines = shown(Map.of("LOGLEVEL", word));

    assertThat(lines).last().isEqualTo("CRITICAL c");
    assertThat(lines).first().isEqualTo(first.replace("DEBUG t", "DEBUG d"));
  }

  @Test
  @Rule("LOG-4")
  void the_tap_s_own_variable_comes_first() {
    var environment = Map.of("TAP_VIRTUOUS_LOGLEVEL", "ERROR", "LOGLEVEL", "DEBUG");

    assertThat(shown(environment)).containsExactly("ERROR e", "CRITICAL c");
  }

  @Test
  void an_empty_variable_is_not_set() {
    var environment = Map.of("TAP_VIRTUOUS_LOGLEVEL", "", "LOGLEVEL", "ERROR");

    assertThat(shown(environment)).containsExactly("ERROR e", "CRITICAL c");
  }

  @Test
  void an_unknown_word_means_info_and_one_warning_that_names_the_known_ones() {
    var lines = shown(Map.of("TAP_VIRTUOUS_LOGLEVEL", "loud"));

    assertThat(lines)
        .containsExactly(
            "WARNING TAP_VIRTUOUS_LOGLEVEL is \"loud\". Logging at INFO: choose DEBUG, INFO,"
                + " WARNING, ERROR or CRITICAL.",
            "INFO i",
            "WARNING w",
            "ERROR e",
            "CRITICAL c");
  }

  @Test
  void trace_shows_as_debug() {
    var log = new FreshLog(Map.of("LOGLEVEL", "DEBUG"));
    log.ours().setLevel(ch.qos.logback.classic.Level.TRACE);

    log.ours().trace("t");

    assertThat(log.lines()).containsExactly("DEBUG t");
  }

  @Test
  void other_people_s_loggers_are_quiet_below_a_warning() {
    var log = new FreshLog(Map.of());

    say(log.foreign());

    assertThat(log.lines()).containsExactly("WARNING w", "ERROR e", "CRITICAL c");
  }

  @Test
  void other_people_s_loggers_speak_when_debug_is_asked_for() {
    var log = new FreshLog(Map.of("LOGLEVEL", "DEBUG"));

    say(log.foreign());

    assertThat(log.lines()).contains("DEBUG d", "INFO i");
  }

  @Test
  void other_people_s_warnings_are_left_out_when_only_errors_are_asked_for() {
    var log = new FreshLog(Map.of("LOGLEVEL", "ERROR"));

    say(log.foreign());

    assertThat(log.lines()).containsExactly("ERROR e", "CRITICAL c");
  }

  private static List<String> shown(Map<String, String> environment) {
    var log = new FreshLog(environment);
    say(log.ours());
    return log.lines();
  }

  private static void say(Logger logger) {
    logger.debug("d");
    logger.info("i");
    logger.warn("w");
    logger.error("e");
    logger.error(Fatal.EXIT, "c");
  }
}
