package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.sync.StreamProgress;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

final class StateReportTest extends ShownStates {
  @Test
  void people_get_a_table_of_all_streams() {
    tap.onATerminal();

    var run =
        shown(
            state(
                bookmark("projects", COMPLETE),
                bookmark("gifts", INTERRUPTED),
                bookmark("contacts", OF_CHANGES),
                bookmark("channel_types", UNCOUNTED),
                bookmark("orders", FOREIGN)));

    assertThat(run.exitCode()).isZero();
    assertThat(run.log()).isEmpty();
    assertThat(run.text())
        .isEqualTo(
            """
            stream         status           rows              read              last moved          bookmark    last whole read
            projects       complete         1,012             whole             2026-02-28 01:05 Z              never
            gifts          interrupted      11,206 of 20,000  whole             2026-03-01 01:30 Z              never
            contacts       complete         37                since 2026-02-26  2026-03-02 01:00 Z  2026-03-02  2026-02-27, 1,200 undated
            channel_types  begun                              whole             2026-03-01 01:00 Z              never
            orders         not of this tap
            """);
  }

  @Test
  void what_is_known_of_events_has_a_column_where_it_is_said() {
    tap.onATerminal();
    var events = "{\"inbox\":{\"id\":\"5f0c\",\"number\":812,\"waiting\":[790]}}";

    var run = shown(state(bookmark("projects", COMPLETE), bookmark("gifts", events)));

    assertThat(run.text())
        .isEqualTo(
            """
            stream    status    rows   read   last moved          bookmark  last whole read  events
            projects  complete  1,012  whole  2026-02-28 01:05 Z            never
            gifts     events                                                                 to 812, 1 waiting
            """);
  }

  @Test
  void programs_are_told_of_events_where_there_are_some() {
    var events = "{\"inbox\":{\"id\":\"5f0c\",\"number\":812,\"waiting\":[790]}}";

    var gifts = shown(state(bookmark("gifts", events))).document().path("streams").path("gifts");

    assertThat(gifts.path("status").asString()).isEqualTo("events");
    assertThat(gifts.path("started_at").isNull()).isTrue();
    assertThat(gifts.path("events").toString()).isEqualTo("{\"number\":812,\"waiting\":1}");
  }

  @Test
  void programs_get_an_object() {
    var run =
        shown(
            state(
                bookmark("gifts", INTERRUPTED),
                bookmark("contacts", OF_CHANGES),
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
                    "completed_at":"2026-02-28T01:20:00Z","read_since":null,"read_from_key":null,"bookmark":null,
                    "whole_at":null,"whole_undated":0},
                  "contacts":{"status":"complete","rows":37,"total":37,"last_key":98765,
                    "started_at":"2026-03-02T01:00:00Z","reached_at":"2026-03-02T01:00:02Z",
                    "completed_at":"2026-03-02T01:00:02Z","read_since":"2026-02-26","read_from_key":null,
                    "bookmark":"2026-03-02T01:00:01Z","whole_at":"2026-02-27T01:00:00Z",
                    "whole_undated":1200},
                  "channel_types":{"status":"begun","rows":null,"total":null,"last_key":null,
                    "started_at":"2026-03-01T01:00:00Z","reached_at":"2026-03-01T01:00:00Z",
                    "completed_at":null,"read_since":null,"read_from_key":null,"bookmark":null,"whole_at":null,
                    "whole_undated":0},
                  "orders":{"status":"foreign"}}}"""));
  }

  @Test
  void what_a_run_left_is_shown() {
    tap.tables("gifts", "channel_types").onATerminal();
    var left = tap.sync().state().toString();

    var run = shown(left);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.lines().get(1))
        .matches("gifts +complete +4 +whole +2026-03-01 02:00 Z +[-0-9]{10} +[-0-9]{10}");
    assertThat(run.lines().get(2))
        .matches("channel_types +complete +whole +2026-03-01 02:00 Z +[-0-9]{10}");
    assertThat(run.lines()).hasSize(3);
  }

  @Test
  void a_scan_of_changes_that_was_interrupted_shows_since_when_it_and_the_next_one_ask() {
    var interrupted = OF_CHANGES.replace("\"complete\":true", "\"complete\":false");

    var run = shown(state(bookmark("contacts", interrupted)));

    var contacts = run.document().at("/streams/contacts");
    assertThat(contacts.path("status").stringValue()).isEqualTo("interrupted");
    assertThat(contacts.path("read_since").stringValue()).isEqualTo("2026-02-26");
    assertThat(contacts.path("bookmark").stringValue()).isEqualTo("2026-03-02T01:00:01Z");
  }

  @Test
  void a_read_of_new_rows_shows_from_which_key_on() {
    var ofKeys =
        OF_CHANGES
            .replace("\"modifiedDateTimeUtc\"", "null")
            .replace("\"scan_since\":\"2026-02-26\"", "\"scan_from_key\":98729");
    var left = state(bookmark("gift_destinations", ofKeys));

    assertThat(shown(left, "--format", "text").text())
        .containsPattern("gift_destinations +complete +37 +from key 98729 .* Z +2026-02-27\n");
    assertThat(shown(left).document().at("/streams/gift_destinations/read_from_key").asLong())
        .isEqualTo(98_729);
  }

  @Test
  void what_is_read_whole_each_time_has_no_bookmark() {
    var whole = OF_CHANGES.replace("\"modifiedDateTimeUtc\"", "null");

    assertThat(
            shown(state(bookmark("contacts", whole))).document().at("/streams/contacts/bookmark"))
        .isEqualTo(NullNode.instance);
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

  @Test
  void times_are_those_of_the_clock_on_the_users_wall() {
    var checkpoint = new Checkpoint((ObjectNode) StrictJson.of(OF_CHANGES));
    var streams = Map.of("contacts", StreamProgress.of(checkpoint));

    assertThat(StateTable.of(streams, ZoneId.of("America/New_York")))
        .contains("  2026-03-01 20:00 EST  2026-03-01  2026-02-26, 1,200 undated\n");
  }
}
