package io.github.tapvirtuous.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a webhook that there is: show, pause, resume, delete. */
final class WebhookCommandTest {
  @RegisterExtension private final Tap tap = new Tap();

  private String create() {
    var run =
        tap.run(
            "webhook",
            "create",
            "--config",
            tap.config(),
            "--url",
            "https://hooks.example.org/v",
            "--table",
            "gifts");
    return tap.file("webhook.json", run.document());
  }

  private TapRun webhook(String verb, String meta) {
    return tap.run("webhook", verb, "--meta", meta, "--config", tap.config());
  }

  private boolean isActive() {
    return tap.standIn().webhooks().iterator().next().path("active").booleanValue();
  }

  @Test
  void show_tells_what_virtuous_knows_but_for_the_secret() {
    var meta = create();
    var secret = tap.standIn().webhooks().iterator().next().path("secret").stringValue();

    var run = webhook("show", meta);

    assertThat(run.exitCode()).isZero();
    assertThat(run.text())
        .isEqualTo(
            "{\"id\":5150,\"url\":\"https://hooks.example.org/v\",\"active\":true,"
                + "\"tables\":[\"gifts\"],"
                + "\"events\":[\"giftCreate\",\"giftUpdate\",\"giftDelete\"],"
                + "\"secret\":\"***\"}\n");
    assertThat(run.shown()).noneMatch(line -> line.contains(secret));
  }

  @Test
  void pause_and_resume_change_nothing_but_whether_it_is_active() {
    var meta = create();
    var before = tap.standIn().webhooks().iterator().next();

    var paused = webhook("pause", meta);
    assertThat(isActive()).isFalse();
    var resumed = webhook("resume", meta);

    assertThat(paused.text()).isEqualTo("{\"id\":5150,\"active\":false}\n");
    assertThat(resumed.text()).isEqualTo("{\"id\":5150,\"active\":true}\n");
    assertThat(tap.standIn().webhooks()).containsExactly(before);
  }

  @Test
  void delete_says_that_it_is_gone() {
    var run = webhook("delete", create());

    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).isEqualTo("{\"id\":5150,\"webhook_deleted\":true}\n");
    assertThat(tap.standIn().webhooks()).isEmpty();
  }

  @Test
  void delete_says_why_it_may_not_be() {
    tap.serves(StandIn.builder().fault(When.always().of("Webhook/5150"), Faults.status(504)));

    var run = webhook("delete", create());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("webhook_deleted").booleanValue()).isFalse();
    assertThat(run.document().path("reason").stringValue())
        .isEqualTo("webhook 5150: failed after 2 tries: HTTP 504. Try again later.");
    assertThat(run.errors()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "pause", "resume", "delete"})
  void one_that_virtuous_does_not_know_is_told(String verb) {
    var meta = create();
    webhook("delete", meta);

    var run = webhook(verb, meta);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("ERROR webhook 5150: failed after 1 try: HTTP 404")
        .endsWith("It was deleted before, or is one of another organization than the key.");
  }

  @Test
  void what_was_printed_is_taken_from_standard_input() {
    create();

    var run =
        tap.input("{\"id\": 5150}\n").run("webhook", "delete", "--meta", "-", "-c", tap.config());

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().webhooks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"webhook_created\": false} | has no \"id\" of a webhook. Give what",
        "{\"id\": \"5150\"} | has no \"id\" of a webhook. Give what",
        "{\"id\": 0} | has no \"id\" of a webhook. Give what",
        "{\"id\": 5150.5} | has no \"id\" of a webhook. Give what",
        "[5150] | has no \"id\" of a webhook. Give what",
        "'' | has no \"id\" of a webhook. Give what",
        "{\"id\" | is not valid JSON",
      })
  void a_meta_file_of_no_webhook_is_refused_from_wherever_it_comes(String meta, String problem) {
    var file = webhook("delete", tap.file("webhook.json", meta));
    var input = tap.input(meta).run("webhook", "delete", "--meta", "-", "-c", tap.config());

    assertThat(file.exitCode()).isEqualTo(2);
    assertThat(file.errors().get(0)).startsWith("ERROR The meta file ").contains(problem);
    assertThat(input.exitCode()).isEqualTo(2);
    assertThat(input.errors().get(0)).startsWith("ERROR Standard input " + problem);
    assertThat(tap.standIn().requests("Webhook/5150")).isEmpty();
  }

  @Test
  void a_secret_in_a_meta_file_is_hidden() {
    var meta = tap.file("webhook.json", "{\"id\": 5150, \"secret\": \"s3cret-in-meta\"}");
    var message = "{\"message\":\"No s3cret-in-meta.\"}";
    tap.serves(
        StandIn.builder()
            .fault(
                When.always().of("Webhook/5150"), Faults.status(400, "application/json", message)));

    var run = webhook("delete", meta);

    assertThat(run.document().path("reason").stringValue()).contains("No ***.");
    assertThat(run.shown()).noneMatch(line -> line.contains("s3cret-in-meta"));
  }

  @Test
  void without_a_verb_nothing_is_done() {
    var run = tap.run("webhook", "--config", tap.config());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "ERROR What to do is not said. Run tap-virtuous webhook --help to see what there is.");
  }

  @Test
  void without_a_meta_file_nothing_is_done() {
    var run = tap.run("webhook", "delete", "--config", tap.config());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors().get(0)).contains("'--meta=FILE|-'");
  }

  @ParameterizedTest
  @CsvSource({"webhook, create", "webhook create, --secret-file", "webhook delete, FILE|-"})
  void help_needs_no_config(String command, String told) {
    var run = tap.run((command + " --help").split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).contains(told);
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void verbs_are_made_where_they_are_asked_for_alone() {
    assertThat(tap.run("--help").text()).contains("webhook  ");
    assertThat(tap.run("check", "create", "--config", tap.config()).errors().get(0))
        .contains("names no command");
  }
}
