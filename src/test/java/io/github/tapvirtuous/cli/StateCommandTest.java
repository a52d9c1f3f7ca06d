package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StateCommandTest extends ShownStates {
  @Test
  void the_format_may_be_chosen() {
    var state = state(bookmark("gifts", COMPLETE));
    var text = shown(state, "--format", "text");
    tap.onATerminal();
    var json = shown(state, "--format", "json");

    assertThat(text.lines().get(0)).startsWith("stream  status");
    assertThat(json.document().path("streams").has("gifts")).isTrue();
  }

  @Test
  void a_whole_state_line_is_taken() {
    var state = state(bookmark("gifts", COMPLETE));

    var run = shown("{\"type\":\"STATE\",\"value\":" + state + "}\n");

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings()).isEmpty();
    assertThat(run.document()).isEqualTo(shown(state).document());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{}", "{\"bookmarks\":{}}"})
  void an_empty_state_is_told(String empty) {
    var text = shown(empty, "--format", "text");

    assertThat(text.exitCode()).isZero();
    assertThat(text.lines())
        .containsExactly("The state has no bookmarks: a run that is given it starts afresh.");
    assertThat(shown(empty).text()).isEqualTo("{\"streams\":{}}\n");
  }

  @Test
  void an_object_of_something_else_is_told_of_as_a_run_would() {
    var run = shown("{\"cursor\":\"Jane Roe\"}", "--format", "text");

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings()).singleElement().asString().contains("has no \"bookmarks\"");
    assertThat(run.text()).startsWith("The state has no bookmarks").doesNotContain("Jane");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"bookmarks\"                                  | is not valid JSON",
        "[]                                              | is not a JSON object",
        "{\"bookmarks\":{}}{\"bookmarks\":{}}            | It holds several states",
        "{\"type\":\"RECORD\",\"stream\":\"gifts\"}        | is a RECORD message",
        "{\"api_key\":\"Jane Roe\"}                      | is a config",
      })
  void what_is_no_state_is_refused(String content, String why) {
    var run = shown(content);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).singleElement().asString().contains("The state", why);
    assertThat(run.logText()).doesNotContain("Jane");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    var run = tap.run("state", tap.folder().resolve("none.json").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("none.json does not exist");
  }

  @Test
  void a_file_has_to_be_named() {
    var run = tap.run("state");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("FILE");
  }

  @Test
  void no_key_is_needed_and_nobody_is_asked() {
    var run = tap.without("api_key").run("state", tap.file("state.json", "{}"));

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount()).isZero();
  }
}
