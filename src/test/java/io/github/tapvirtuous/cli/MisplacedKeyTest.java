package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key in a place that is none for it is told of, not shown: no mask knows it there. */
final class MisplacedKeyTest {
  private static final String KEY = "v_Kx3PqR8tLm0wYz5B";

  @RegisterExtension private final Tap tap = new Tap();

  private static void assertUnseen(TapRun run) {
    assertThat(run.toString()).doesNotContain(KEY);
  }

  @Test
  void as_the_key_file() {
    var run = tap.without("api_key").set("api_key_file", '"' + KEY + '"').sync();

    assertThat(run.exitCode()).isEqualTo(2);
    assertUnseen(run);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("\"api_key_file\" is \"***\"", "If it is the key itself, call it \"api_key\"");
  }

  @Test
  void as_the_name_of_a_setting() {
    var run = tap.tables("segments").set(KEY, 1).set("colour", 1).sync();

    assertThat(run.exitCode()).isZero();
    assertUnseen(run);
    assertThat(run.warnings()).singleElement().asString().contains("\"***\"", "\"colour\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth_scheme | \"" + KEY + "\" | Choose \"auto\"",
        "auth_scheme | \"Bearer " + KEY + "\" | Choose \"auto\"",
        "page_size | \"" + KEY + "\" | Give a whole number",
        "tables | [\"" + KEY + "\"] | Choose from",
        "user_agent | \"\\u00e4 " + KEY + "\" | printable ASCII",
        "base_url | \"" + KEY + "\" | not a complete address",
        "base_url | \"http://example.org/" + KEY + "/\" | Use https",
        "base_url | \"http://" + KEY + "/\" | not a complete address",
        "base_url | \"" + KEY + "://example.org/\" | not a complete address",
      })
  void as_the_value_of_another_setting(String setting, String value, String fix) {
    var run = tap.set(setting, value).sync();

    assertThat(run.exitCode()).isEqualTo(2);
    assertUnseen(run);
    assertThat(run.errors()).singleElement().asString().contains(setting, fix);
  }

  @Test
  void in_a_variable_or_its_name() {
    var run =
        tap.variable("TAP_VIRTUOUS_PAGE_SIZE", KEY)
            .variable("TAP_VIRTUOUS_TABLES", "[\"" + KEY)
            .variable("TAP_VIRTUOUS_" + KEY, "1")
            .sync("--config", "ENV");

    assertThat(run.exitCode()).isEqualTo(2);
    assertUnseen(run);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("TAP_VIRTUOUS_PAGE_SIZE", "TAP_VIRTUOUS_TABLES");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--state", "--catalog", "--config"})
  void as_a_file(String option) {
    var run = tap.sync(option, KEY);

    assertThat(run.exitCode()).isEqualTo(2);
    assertUnseen(run);
    assertThat(run.errors()).singleElement().asString().contains("***");
  }

  @Test
  void as_the_config_it_is_told_where_it_belongs() {
    var run = tap.run("--config", KEY);

    assertThat(run.errors()).singleElement().asString().contains("looks like a key", "api_key");
  }

  @Test
  void as_an_option() {
    var run = tap.run("--" + KEY);

    assertThat(run.exitCode()).isEqualTo(2);
    assertUnseen(run);
  }
}
