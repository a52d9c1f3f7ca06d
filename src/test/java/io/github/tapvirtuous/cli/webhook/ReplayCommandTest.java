package io.github.tapvirtuous.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

final class ReplayCommandTest {
  private static final String ONE =
      "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1,\"notes\":\"a\",\"mood\":\"good\"}}\n";
  private static final String TWO = "{\"event\":\"ContactUpdate\",\"contact\":{\"id\":2}}\n";

  @RegisterExtension private final Tap tap = new Tap();

  @Test
  void needs_no_config_and_no_key() {
    var run = replay(ONE + TWO);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(records(run))
        .containsExactly(
            "contacts {\"id\":2}", "gifts {\"id\":1,\"notes\":\"a\",\"mood\":\"good\"}");
    assertThat(run.logText())
        .contains("gifts: 1 events, 1 rows, 0 deleted.")
        .doesNotContain("good");
    SingerOutput.check(run.stdout());
  }

  @Test
  void lines_that_are_no_payload_are_named_and_the_others_go_out() {
    var run = replay("Jane Roe\n" + ONE + "{\"gift\":{\"id\":1}}\n\n" + TWO + "{\"event\":\n");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("No payload is in line 1, 3, 6:")
        .doesNotContain("Roe");
    assertThat(records(run)).hasSize(2);
    SingerOutput.check(run.stdout());
  }

  @Test
  void no_more_than_some_of_many_bad_lines_are_named() {
    var run = replay("nonsense\n".repeat(100_000));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains("19, 20 and 99980 more:");
  }

  @Test
  void unknown_events_are_counted_and_no_failure() {
    var run = replay("{\"event\":\"FormSubmission\",\"formSubmission\":{\"id\":1}}\n");

    assertThat(run.exitCode()).isZero();
    assertThat(run.logText())
        .contains("0 events are of no stream that is selected, and 1 of none that is known.");
  }

  @Test
  void a_config_chooses_tables_and_the_form_of_times() {
    tap.tables("gifts").set("date_times", "\"text\"");
    var dated = "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1,\"giftDate\":\"2026-01-02\"}}\n";

    var run = tap.run("webhook", "replay", "--config", tap.config(), file(TWO + dated));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(records(run)).containsExactly("gifts {\"id\":1,\"giftDate\":\"2026-01-02\"}");
    assertThat(run.logText()).contains("1 events are of no stream that is selected, and 0 of none");
  }

  @Test
  void a_catalog_names_streams_and_leaves_columns_out() {
    var catalog =
        tap.file(
            "catalog.json",
            "{\"streams\":[{\"tap_stream_id\":\"gifts\",\"stream\":\"presents\",\"schema\":"
                + "{\"properties\":{\"id\":{\"type\":\"integer\"},\"notes\":{\"type\":\"string\"},"
                + "\"amount\":{\"type\":\"number\"}}},\"metadata\":["
                + "{\"breadcrumb\":[],\"metadata\":{\"selected\":true}},"
                + "{\"breadcrumb\":[\"properties\",\"notes\"],\"metadata\":{\"selected\":false}}]}]}");
    var gift =
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1,\"notes\":\"a\",\"mood\":\"b\",\"amount\":2}}\n";

    var run = tap.run("webhook", "replay", "--catalog", catalog, file(gift + TWO));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(records(run)).containsExactly("presents {\"id\":1,\"amount\":2}");
  }

  @Test
  void a_state_is_handed_on_as_it_is() {
    var state = "{\"bookmarks\":{\"gifts\":{\"complete\":true}}}";

    var run = tap.run("webhook", "replay", "--state", tap.file("s.json", state), file(ONE));

    assertThat(run.lines().get(0)).isEqualTo("{\"type\":\"STATE\",\"value\":" + state + "}");
    assertThat(run.lines()).endsWith(run.lines().get(0));
  }

  @Test
  void standard_input_is_read_for_a_dash() {
    assertThat(records(tap.input(ONE).run("webhook", "replay", "-"))).hasSize(1);
  }

  @Test
  void an_empty_file_says_nothing_and_is_no_failure() {
    var run = replay("");

    assertThat(run.exitCode()).isZero();
    assertThat(records(run)).isEmpty();
    SingerOutput.check(run.stdout());
  }

  @Test
  void a_file_that_cannot_be_read_is_told_before_anything_is_written() {
    var missing = tap.run("webhook", "replay", tap.folder().resolve("none").toString());
    var folder = tap.run("webhook", "replay", tap.folder().toString());

    for (var run : List.of(missing, folder)) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.text()).isEmpty();
    }
    assertThat(missing.logText()).contains("does not exist. Name a file of payloads");
    assertThat(folder.logText()).contains("is a directory.");
  }

  @Test
  void usage_is_told() {
    assertThat(tap.run("webhook").exitCode()).isEqualTo(2);
    assertThat(tap.run("webhook", "replay").exitCode()).isEqualTo(2);
    assertThat(tap.run("webhook", "replay", "--help").text())
        .contains("webhook replay", "FILE|-", "--config");
    assertThat(tap.run("webhook", "--help").text()).contains("replay");
    assertThat(tap.run("--help").text()).contains("webhook");
  }

  private TapRun replay(String payloads) {
    return tap.run("webhook", "replay", file(payloads));
  }

  private String file(String payloads) {
    return tap.file("payloads.jsonl", payloads);
  }

  private static List<String> records(TapRun run) {
    return run.messages().stream()
        .filter(message -> message.path("type").asString().equals("RECORD"))
        .map(ReplayCommandTest::shown)
        .toList();
  }

  private static String shown(JsonNode message) {
    return message.path("stream").asString() + " " + message.path("record");
  }
}
