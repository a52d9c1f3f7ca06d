package io.github.tapvirtuous.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class CreateCommandTest {
  private static final String URL = "https://hooks.example.org/v";
  private static final List<String> ALL_EVENTS =
      List.of(
          "contactCreate",
          "contactUpdate",
          "contactNoteCreate",
          "contactNoteUpdate",
          "contactNoteDelete",
          "giftCreate",
          "giftUpdate",
          "giftDelete",
          "projectCreate",
          "projectUpdate",
          "projectDelete");
  private static final List<String> OTHERS =
      List.of("formSubmission", "eventCreate", "eventUpdate", "eventDelete");

  @RegisterExtension private final Tap tap = new Tap();

  private TapRun create(String... arguments) {
    var first = Stream.of("webhook", "create", "--config", tap.config());
    return tap.run(Stream.concat(first, Stream.of(arguments)).toArray(String[]::new));
  }

  private ObjectNode webhook() {
    assertThat(tap.standIn().webhooks()).hasSize(1);
    return tap.standIn().webhooks().iterator().next();
  }

  private JsonNode sent() {
    return StrictJson.of(tap.standIn().requests("Webhook").get(0).body());
  }

  @Test
  void virtuous_is_told_of_all_switches_and_those_of_all_tables_with_events_are_on() {
    var run = create("--url", URL);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(sent().propertyNames())
        .containsAll(ALL_EVENTS)
        .containsAll(OTHERS)
        .contains("payloadUrl", "secret", "active")
        .hasSize(18);
    assertThat(ALL_EVENTS).allMatch(each -> sent().path(each).booleanValue());
    assertThat(OTHERS).noneMatch(each -> sent().path(each).booleanValue());
    assertThat(sent().path("payloadUrl").stringValue()).isEqualTo(URL);
    assertThat(sent().path("active").booleanValue()).isTrue();
  }

  @Test
  void what_has_to_be_kept_of_it_is_printed_and_nothing_else() {
    var run = create("--url", URL);

    assertThat(run.lines()).hasSize(1);
    assertThat(run.document().propertyNames())
        .containsExactly("id", "url", "tables", "secret", "webhook_created");
    assertThat(run.document().path("id").intValue()).isEqualTo(webhook().path("id").intValue());
    assertThat(run.document().path("url").stringValue()).isEqualTo(URL);
    assertThat(run.document().path("tables"))
        .hasToString("[\"contacts\",\"contact_notes\",\"gifts\",\"projects\"]");
    assertThat(run.document().path("secret")).isEqualTo(webhook().path("secret"));
    assertThat(run.document().path("webhook_created").booleanValue()).isTrue();
  }

  @Test
  void some_tables_may_be_named() {
    var run = create("--url", URL, "--table", "projects", "--table", "gifts", "--table", "gifts");

    assertThat(run.document().path("tables")).hasToString("[\"gifts\",\"projects\"]");
    assertThat(ALL_EVENTS)
        .allMatch(
            each ->
                webhook().path(each).booleanValue()
                    == (each.startsWith("g") || each.startsWith("p")));
  }

  @ParameterizedTest
  @CsvSource({"gift_asks", "donors", "Gifts"})
  void a_table_without_events_is_told_with_those_that_have_some(String table) {
    var run = create("--url", URL, "--table", "gifts", "--table", table);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors())
        .containsExactly(
            "ERROR Virtuous has no webhooks for \""
                + table
                + "\". Tables with webhooks are contacts, contact_notes, gifts, projects.");
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  void the_url_may_stand_in_the_config_and_a_flag_wins() {
    tap.set("webhook", "{\"url\": \"https://hooks.example.org/config\"}");

    var first = create();
    var second = create("--url", URL);

    assertThat(first.document().path("url").stringValue()).endsWith("/config");
    assertThat(second.document().path("url").stringValue()).isEqualTo(URL);
  }

  @Test
  void without_a_url_there_is_none() {
    var run = create();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "ERROR Where Virtuous shall send events is not said. Add --url https://..., or set"
                + " \"webhook.url\".");
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://hooks.example.org/v | --url is \"http://hooks.example.org/v\". Use https:",
        "hooks.example.org/v | --url is not a complete address.",
        "https://me:p4ss@hooks.example.org/ | --url has a user name or a fragment (#).",
      })
  void a_url_that_does_not_fit_is_refused(String url, String problem) {
    var run = create("--url", url);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().startsWith("ERROR " + problem);
    assertThat(run.logText()).doesNotContain("p4ss");
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  void events_may_go_to_this_machine_in_plain_http() {
    assertThat(create("--url", "http://127.0.0.1:8080/v").exitCode()).isZero();
  }

  @Test
  void the_secret_is_32_random_bytes_of_its_own_and_in_no_log() {
    var first = create("--url", URL);
    var second = create("--url", URL);

    var secret = first.document().path("secret").stringValue();
    assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
    assertThat(second.document().path("secret").stringValue()).isNotEqualTo(secret);
    assertThat(first.shown()).isNotEmpty().noneMatch(line -> line.contains(secret));
  }

  @Test
  void a_secret_may_be_brought_in_a_file_whose_line_end_is_no_part_of_it() {
    var run = create("--url", URL, "--secret-file", tap.file("secret.txt", "s3cret-brought\n"));

    assertThat(webhook().path("secret").stringValue()).isEqualTo("s3cret-brought");
    assertThat(run.document().path("secret").stringValue()).isEqualTo("s3cret-brought");
  }

  @Test
  void a_secret_file_that_cannot_be_used_ends_it_before_anything_is_asked() {
    var missing = create("--url", URL, "--secret-file", "no/such");
    var empty = create("--url", URL, "--secret-file", tap.file("empty", "\n"));

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.errors().get(0))
        .startsWith("ERROR --secret-file names \"no/such\", which does not exist. Give the path");
    assertThat(empty.errors().get(0)).contains("empty\", which is empty.");
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  void a_meta_file_has_all_and_what_is_printed_lacks_the_secret() throws IOException {
    var meta = tap.folder().resolve("webhook.json");

    var run = create("--url", URL, "--meta", meta.toString());

    var kept = StrictJson.of(Files.readString(meta));
    assertThat(run.exitCode()).isZero();
    assertThat(kept.path("secret")).isEqualTo(webhook().path("secret"));
    assertThat(kept.path("webhook_created").booleanValue()).isTrue();
    assertThat(run.document()).isEqualTo(((ObjectNode) kept.deepCopy()).without("secret"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(meta)))
        .isEqualTo("rw-------");
    assertThat(names(tap.folder())).containsExactlyInAnyOrder("config.json", "webhook.json");
  }

  @Test
  void a_meta_file_that_is_there_is_not_overwritten() throws IOException {
    var meta = tap.file("webhook.json", "{\"id\": 7}");

    var run = create("--url", URL, "--meta", meta);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("which exists already. Name a new");
    assertThat(Files.readString(Path.of(meta))).isEqualTo("{\"id\": 7}");
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  void a_meta_file_that_cannot_be_written_is_found_out_before_anything_is_asked() {
    var run = create("--url", URL, "--meta", tap.folder().resolve("no/such.json").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors().get(0)).contains("which lies in no folder that exists.");
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  void how_the_key_is_said_is_found_out_before() {
    tap.serves(StandIn.builder().schemes("Bearer"));

    var run = create("--url", URL);

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requests())
        .extracting(each -> each.method() + " " + each.path() + " " + each.scheme())
        .containsExactly(
            "GET Organization Basic", "GET Organization Bearer", "POST Webhook Bearer");
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }
}
