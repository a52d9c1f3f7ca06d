package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.sync.StreamProgress;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class StateCommandTest {
  private static final String COMPLETE =
      """
      {"fingerprint":"f1f1","started_at":"2026-02-28T01:00:00Z","last_key":7766,"index":1011,\
      "total":1012,"rows_sent":1012,"reached_at":"2026-02-28T01:05:59.9Z","complete":true,\
      "completed_at":"2026-02-28T01:05:59.9Z"}""";
  private static final String INTERRUPTED =
      """
      {"fingerprint":"f2f2","started_at":"2026-03-01T01:00:00Z","last_key":98765,"index":11205,\
      "total":20000,"rows_sent":11206,"reached_at":"2026-03-01T01:30:00Z","complete":false,\
      "completed_at":"2026-02-28T01:20:00Z"}""";

  /** As of a list, or of an older version that said less. */
  private static final String UNCOUNTED =
      """
      {"fingerprint":"f3f3","started_at":"2026-03-01T01:00:00Z","last_key":0,"index":0,\
      "total":-1,"rows_sent":0,"complete":false,"completed_at":null}""";

  private static final String FOREIGN =
      "{\"replication_key\":\"modified\",\"replication_key_value\":\"Jane Roe\"}";

  @RegisterExtension private final Tap tap = new Tap();

  private TapRun shown(String content, String... options) {
    var arguments = new String[options.length + 2];
    arguments[0] = "state";
    arguments[1] = tap.file("state.json", content);
    System.arraycopy(options, 0, arguments, 2, options.length);
    return tap.run(arguments);
  }

  private static String state(String... bookmarks) {
    return "{\"bookmarks\":{" + String.join(",", bookmarks) + "}}";
  }

  private static String bookmark(String stream, String json) {
    return '"' + stream + "\":" + json;
  }

  @Test
  void people_get_a_table_of_all_streams() {
    tap.onATerminal();

    var run =
        shown(
            state(
                bookmark("projects", COMPLETE),
                bookmark("gifts", INTERRUPTED),
                bookmark("channel_types", UNCOUNTED),
                bookmark("orders", FOREIGN)));

    assertThat(run.exitCode()).isZero();
    assertThat(run.log()).isEmpty();
    assertThat(run.text())
        .isEqualTo(
            """
            stream         status           rows              last key  begun               last moved          last complete
            projects       complete         1,012 of 1,012    7766      2026-02-28 01:00 Z  2026-02-28 01:05 Z  2026-02-28 01:05 Z
            gifts          interrupted      11,206 of 20,000  98765     2026-03-01 01:00 Z  2026-03-01 01:30 Z  2026-02-28 01:20 Z
            channel_types  begun                                        2026-03-01 01:00 Z  2026-03-01 01:00 Z  never
            orders         not of this tap
            """);
  }

  @Test
  void programs_get_an_object() {
    var run =
        shown(
            state(
                bookmark("gifts", INTERRUPTED),
                bookmark("channel_types", UNCOUNTED),
                bookmark("orders", FOREIGN)));

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(run.document())
        .isEqualTo(
            StrictJson.of(
                """
                {"streams":{
                  "gifts":{"status":"interrupted","rows":11206,"total":20000,"last_key":98765,
                    "started_at":"2026-03-01T01:00:00Z","reached_at":"2026-03-01T01:30:00Z",
                    "completed_at":"2026-02-28T01:20:00Z"},
                  "channel_types":{"status":"begun","rows":null,"total":null,"last_key":null,
                    "started_at":"2026-03-01T01:00:00Z","reached_at":"2026-03-01T01:00:00Z",
                    "completed_at":null},
                  "orders":{"status":"foreign"}}}"""));
  }

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
  void what_a_run_left_is_shown() {
    tap.tables("gifts", "channel_types").onATerminal();
    var left = tap.sync().state().toString();

    var run = shown(left);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.lines().get(1)).matches("gifts +complete +4 of 4 +\\d+ .*2026-03-01 02:00 Z");
    assertThat(run.lines().get(2)).matches("channel_types +complete +2026-03-01 02:00 Z .*");
    assertThat(run.lines()).hasSize(3);
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

  @Test
  void no_name_steers_a_terminal() {
    var state = state(bookmark("a\u009b\u202eb", "7"));

    assertThat(shown(state).text()).contains("a\\u009B\\u202Eb");
    assertThat(shown(state, "--format", "text").text()).contains("a??b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "7", "\"Jane Roe\"", "{}", FOREIGN, "{\"complete\":true}"})
  void of_what_is_not_of_this_tap_the_name_alone_is_shown(String bookmark) {
    var state = state(bookmark("orders", bookmark));

    assertThat(shown(state).text())
        .isEqualTo("{\"streams\":{\"orders\":{\"status\":\"foreign\"}}}\n");
    assertThat(shown(state, "--format", "text").lines().get(1))
        .isEqualTo("orders  not of this tap");
  }

  @Test
  void no_fingerprint_is_shown() {
    var state = state(bookmark("gifts", COMPLETE));

    assertThat(shown(state).text()).doesNotContain("f1f1");
    assertThat(shown(state, "--format", "text").text()).doesNotContain("f1f1");
  }

  @Test
  void a_name_cannot_steer_a_terminal() {
    var run = shown(state(bookmark("a\\u001b[2J\\nb", FOREIGN)), "--format", "text");

    assertThat(run.lines().get(1)).isEqualTo("a?[2J?b  not of this tap");
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

  @Test
  void times_are_those_of_the_clock_on_the_users_wall() {
    var checkpoint = new Checkpoint((ObjectNode) StrictJson.of(INTERRUPTED));
    var streams = Map.of("gifts", StreamProgress.of(checkpoint));

    assertThat(StateTable.of(streams, ZoneId.of("America/New_York")))
        .contains("  2026-02-28 20:00 EST  2026-02-28 20:30 EST  2026-02-27 20:20 EST\n");
  }
}
