package io.github.tapvirtuous.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class InboxCommandTest {
  @RegisterExtension private final Tap tap = new Tap();

  private String inbox() {
    return tap.folder().resolve("inbox.db").toString();
  }

  private static Event event(String table, long key, Kind kind) {
    var row = "{\"id\":" + key + ",\"amount\":10.50,\"name\":\"Jane Roe\"}";
    var of = TableMap.named(table).orElseThrow();
    return new Event(of, key, kind, Tap.NOW, Optional.of("d" + key), 0, row);
  }

  private void hold(Event... events) {
    try (var inbox = Inboxes.open(inbox())) {
      inbox.store(List.of(events), Tap.NOW).join();
    }
  }

  private JsonNode json(String... arguments) {
    var all = new ArrayList<>(List.of("webhook", "inbox", "--inbox", inbox()));
    all.addAll(Arrays.asList(arguments));
    return tap.run(all.toArray(String[]::new)).document();
  }

  @Test
  void programs_are_told_depth_oldest_and_counts() {
    hold(event("gifts", 1, Kind.UPDATE), event("gifts", 2, Kind.UPDATE));
    hold(event("gifts", 3, Kind.DELETE), event("contact_notes", 4, Kind.CREATE));

    var told = json();

    assertThat(told.path("depth").asInt()).isEqualTo(4);
    assertThat(told.path("oldest").asString()).isEqualTo("2026-03-01T02:00:00Z");
    assertThat(told.path("highest_number").asInt()).isEqualTo(4);
    assertThat(told.path("identity").asString()).hasSize(36);
    assertThat(told.path("streams").toString())
        .isEqualTo("{\"contact_notes\":{\"create\":1},\"gifts\":{\"update\":2,\"delete\":1}}");
  }

  @Test
  void people_see_a_table() {
    hold(event("gifts", 1, Kind.UPDATE), event("projects", 2, Kind.DELETE));
    tap.onATerminal();

    var run = tap.run("webhook", "inbox", "--inbox", inbox());

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .startsWith("Events that wait: 2. The oldest came at 2026-03-01T02:00:00Z.")
        .anyMatch(line -> line.matches("gifts +0 +1 +0"))
        .anyMatch(line -> line.matches("projects +0 +0 +1"));
  }

  @Test
  void an_empty_inbox_is_told() {
    hold();

    var run = tap.run("webhook", "inbox", "--inbox", inbox(), "--format", "text");

    assertThat(run.text()).isEqualTo("No event waits.\n");
    assertThat(json().path("oldest").isNull()).isTrue();
  }

  @Test
  void the_environment_names_it_too() {
    hold(event("gifts", 1, Kind.UPDATE));
    tap.variable("TAP_VIRTUOUS_WEBHOOK_INBOX", inbox());

    assertThat(tap.run("webhook", "inbox").document().path("depth").asInt()).isEqualTo(1);
  }

  @Test
  void an_export_has_one_event_a_line_and_takes_nothing_out() {
    hold(event("gifts", 1, Kind.UPDATE), event("contact_notes", 4, Kind.CREATE));

    var lines = tap.run("webhook", "inbox", "--inbox", inbox(), "--export", "-").lines();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("{\"event\":\"contactNoteCreate\",\"eventId\":\"d4\",");
    assertThat(StrictJson.of(lines.get(1)).path("gift").path("amount").toString())
        .isEqualTo("10.50");
    assertThat(json().path("depth").asInt()).isEqualTo(2);
  }

  @Test
  void an_exported_file_is_for_its_owner_alone() throws IOException {
    hold(event("gifts", 1, Kind.UPDATE));
    var file = tap.folder().resolve("events.jsonl");

    var run = tap.run("webhook", "inbox", "--inbox", inbox(), "--export", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).isEmpty();
    assertThat(Files.readAllLines(file)).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void an_export_overwrites_nothing_and_least_of_all_the_inbox() {
    hold(event("gifts", 1, Kind.UPDATE));

    var run = tap.run("webhook", "inbox", "--inbox", inbox(), "--export", inbox());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("--export exists already.");
    assertThat(json().path("depth").asInt()).isEqualTo(1);
  }

  @Test
  void an_export_that_cannot_be_written_leaves_nothing_behind() {
    hold(event("gifts", 1, Kind.UPDATE));
    var file = Path.of(inbox()).resolve("events.jsonl").toString();

    var run = tap.run("webhook", "inbox", "--inbox", inbox(), "--export", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("--export cannot be written.");
  }

  @Test
  void an_inbox_that_does_not_exist_is_not_made() {
    var run = tap.run("webhook", "inbox", "--inbox", inbox());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("webhook receive makes it.");
    assertThat(Path.of(inbox())).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/virtuous?user=tap&password=hunter22",
        "jdbc:postgresql://tap:hunter22@db/virtuous",
        "postgresql://tap:hunter22@db/virtuous"
      })
  void a_password_in_a_flag_is_refused_without_a_word_of_it(String url) {
    var run = tap.run("webhook", "inbox", "--inbox", url);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.logText()).doesNotContain("hunter22");
  }

  @Test
  void without_a_name_for_it_there_is_nothing_to_show() {
    var run = tap.run("webhook", "inbox");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("Where events are kept is not said");
  }

  @Test
  void webhook_alone_asks_for_a_verb() {
    var run = tap.run("webhook");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("What to do is not said");
  }
}
