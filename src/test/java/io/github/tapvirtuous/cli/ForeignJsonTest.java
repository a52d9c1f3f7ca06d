package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others put into a state, a catalog or a config, in sizes that nobody expects. */
final class ForeignJsonTest {
  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void one_table() {
    tap.tables("gifts").serves(StandIn.builder().ids("gifts", 1, 2, 3));
  }

  private static String nested(int levels) {
    return "{\"a\":[".repeat(levels / 2) + "]}".repeat(levels / 2);
  }

  static List<String> values() {
    return List.of(
        nested(600),
        nested(9_990),
        "9".repeat(1_001),
        "-0." + "123456789".repeat(20_000),
        "1e400",
        "1E+5",
        "1e5",
        "1.50",
        "-0",
        "1e99999999999",
        "12345678901234567890123",
        "\"" + "x".repeat(60_000) + "\"");
  }

  @ParameterizedTest
  @MethodSource("values")
  @Rule("ST-7")
  void a_state_keeps_it_letter_by_letter_wherever_it_stands(String value) {
    var state =
        tap.file(
            "state.json",
            "{\"bookmarks\":{\"other\":{\"cursor\":%s},\"gifts\":{\"ours\":false,\"cursor\":%s}},\"version\":%s}"
                .formatted(value, value, value));

    var run = tap.sync("--state", state);

    assertThat(run.exitCode()).isZero();
    var states = run.lines().stream().filter(line -> line.contains("\"STATE\"")).toList();
    assertThat(states).hasSizeGreaterThan(1);
    for (var line : states) {
      assertThat(line.split("\"cursor\":", -1)).hasSize(3);
      assertThat(line).contains("\"other\":{\"cursor\":" + value + "}", "\"version\":" + value);
      assertThat(line).contains("\"gifts\":{\"ours\":false,\"cursor\":" + value);
    }
    assertThat(run.text()).contains("\"record\":{\"id\":1,", "\"record\":{\"id\":3,");
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_catalog_s_odd_parts_are_ignored(String value) {
    var catalog = tap.discover().text();
    var odd =
        catalog
            .replaceFirst("\\{", "{\"odd\":" + value + ",")
            .replaceFirst("\"metadata\": ?\\{", "\"metadata\":{\"odd\":" + value + ",")
            .replaceFirst(
                "\"properties\": ?\\{", "\"properties\":{\"odd\":{\"default\":" + value + "},");

    var run = tap.sync("--catalog", tap.file("catalog.json", odd));

    assertThat(odd.length()).isGreaterThanOrEqualTo(catalog.length() + 3 * value.length());
    assertThat(run.exitCode()).as(run.logText()).isZero();
    assertThat(run.ids("gifts")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void alternatives_within_alternatives_of_a_catalog_do_not_use_up_the_stack() {
    var levels = 4_000;
    var type = "{\"anyOf\":[".repeat(levels) + "{\"type\":\"string\"}" + "]}".repeat(levels);
    var catalog =
        tap.discover()
            .text()
            .replaceFirst("\"properties\": ?\\{", "\"properties\":{\"odd\":" + type + ",");

    var run = tap.sync("--catalog", tap.file("catalog.json", catalog));

    assertThat(run.exitCode()).as(run.logText()).isZero();
    assertThat(run.schema("gifts").at("/schema/properties/odd/type"))
        .isEqualTo(StrictJson.of("[\"null\",\"string\"]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--state", "--catalog"})
  void nested_beyond_all_bounds_is_one_sentence(String option) {
    var run = tap.sync(option, tap.file("deep.json", nested(100_000)));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("deep.json is nested more than 10000 levels deep.")
        .hasLineCount(1);
  }

  static Stream<String> inConfig() {
    return values().stream().filter(value -> !value.startsWith("{"));
  }

  @ParameterizedTest
  @MethodSource("inConfig")
  void a_config_s_unknown_keys_hold_anything(String value) {
    var config = tap.config();
    var odd = tap.file("odd.json", "{\"odd\":" + value + "}");

    var run = tap.run("--config", config, "--config", odd);

    assertThat(run.exitCode()).as(run.logText()).isZero();
  }

  @Test
  void a_config_that_is_too_deep_is_one_sentence() {
    var run = tap.sync("--config", tap.file("deep.json", "{\"odd\":" + nested(600) + "}"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("deep.json\" is nested more than 500 levels deep.")
        .hasLineCount(1);
  }
}
