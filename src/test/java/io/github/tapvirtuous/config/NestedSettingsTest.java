package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.source.SettingsJson;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.config.source.SettingsTable;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.testing.LogLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Settings within settings: the schema decides which there are, and all else follows. */
final class NestedSettingsTest {
  private static final String WEBHOOK =
      """
      {"type": "object", "required": ["inbox"], "properties": {
        "inbox": {"type": "string"},
        "port": {"type": "integer", "minimum": 1, "default": 8080},
        "secret": {"type": "string", "description": "Shared.", "airbyte_secret": true},
        "secret_file": {"type": "string", "minLength": 1},
        "secrets": {"type": "array", "items": {"type": "object", "properties": {
          "name": {"type": "string"},
          "text": {"type": "string", "airbyte_secret": true}}}},
        "login": {"type": "object", "airbyte_secret": true, "properties": {
          "pin": {"type": "integer"}}}}}
      """;

  private final List<String> hidden = new ArrayList<>();
  private final LogLines log = LogLines.open();
  @RegisterExtension private final ConfigFolder folder = new ConfigFolder();

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void come_from_a_file() {
    var settings = read(webhook("{\"inbox\": \"events.db\", \"port\": 80}"));

    assertThat(settings.value("webhook.inbox").stringValue()).isEqualTo("events.db");
    assertThat(settings.value("webhook.port").intValue()).isEqualTo(80);
  }

  @Test
  void have_defaults_even_where_nothing_is_said_of_the_object_around_them() {
    var settings = read("{}");

    assertThat(settings.value("webhook.port").intValue()).isEqualTo(8080);
    assertThat(settings.value("webhook.inbox").isMissingNode()).isTrue();
  }

  @Test
  void come_from_the_environment_which_wins_over_files_key_by_key() {
    var settings =
        read(
            Map.of("TAP_VIRTUOUS_WEBHOOK_INBOX", "mine.db"),
            webhook("{\"inbox\": \"events.db\", \"port\": 80}"),
            "ENV");

    assertThat(settings.value("webhook.inbox").stringValue()).isEqualTo("mine.db");
    assertThat(settings.value("webhook.port").intValue()).isEqualTo(80);
    assertThat(log.lines())
        .containsExactly("INFO Settings taken from the environment: [TAP_VIRTUOUS_WEBHOOK_INBOX]");
  }

  @Test
  void are_undone_by_a_null() {
    var settings =
        read(
            Map.of(),
            webhook("{\"inbox\": \"events.db\", \"port\": 80}"),
            webhook("{\"port\": null}"));

    assertThat(settings.value("webhook.inbox").stringValue()).isEqualTo("events.db");
    assertThat(settings.value("webhook.port").intValue()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{} | \"webhook.inbox\" is missing. Set it.",
        "{\"inbox\": \"a\", \"port\": 0} | \"webhook.port\" is 0. Choose at least 1.",
        "{\"inbox\": \"a\", \"secret\": 12345} |"
            + " \"webhook.secret\" is a number. Give a text in quotes.",
        "{\"inbox\": \"a\", \"login\": {\"pin\": \"12345\"}} |"
            + " \"webhook.login.pin\" is a text. Give a whole number, without quotes.",
      })
  void that_do_not_fit_are_told_with_dots(String webhook, String problem) {
    assertThatThrownBy(() -> read(webhook(webhook)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "PORT | \"webhook.port\" is \"many\" in TAP_VIRTUOUS_WEBHOOK_PORT. Give a whole number.",
        "LOGIN_PIN | \"webhook.login.pin\" cannot be read in TAP_VIRTUOUS_WEBHOOK_LOGIN_PIN."
            + " Give a whole number.",
      })
  void that_no_variable_can_mean_are_told_with_its_name(String name, String problem) {
    var variables = Map.of("TAP_VIRTUOUS_WEBHOOK_" + name, "many");

    assertThatThrownBy(() -> read(variables, "{}", "ENV"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(problem);
  }

  @Test
  void that_are_unknown_get_a_warning_with_dots() {
    read(webhook("{\"inbox\": \"a\", \"prot\": 1}"));

    assertThat(log.lines())
        .containsExactly(
            "WARN Config keys that are no setting of this tap: \"webhook.prot\""
                + " (did you mean \"webhook.port\"?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"secret\": \"s3\"}",
        "{\"secrets\": [{\"name\": \"new\", \"text\": \"s3\"}]}",
        "{\"login\": {\"pin\": \"s3\"}}",
        "{\"login\": [\"s3\"]}",
      })
  void that_are_secret_are_hidden_before_anything_is_said(String webhook) {
    var file = webhook(webhook);

    assertThatThrownBy(() -> read(Map.of("TAP_VIRTUOUS_X", "1"), file, "ENV", "{\"a\": 1}"));

    assertThat(hidden).contains("s3").doesNotContain("new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAP_VIRTUOUS_WEBHOOK_SECRET | s3",
        "TAP_VIRTUOUS_WEBHOOK_LOGIN_PIN | s3",
        "TAP_VIRTUOUS_WEBHOOK | {\"secret\": \"s3\"}",
      })
  void that_are_secret_are_hidden_when_the_environment_holds_them(String name, String text) {
    read(Map.of(name, text), "{}");

    assertThat(hidden).contains("s3");
  }

  @Test
  void a_path_that_looks_like_a_secret_is_hidden() {
    read(webhook("{\"inbox\": \"a\", \"secret_file\": \"v1_4f9Kq2Lm8Xw3Zt7Rb6Yd\"}"));

    assertThat(hidden).contains("v1_4f9Kq2Lm8Xw3Zt7Rb6Yd");
  }

  @Test
  void a_secret_given_above_in_either_way_wins_over_both_ways_below() {
    var settings =
        read(
            Map.of(),
            webhook("{\"inbox\": \"a\", \"secret\": \"below\"}"),
            webhook("{\"secret_file\": \"/run/above\"}"));

    assertThat(settings.given().get("webhook"))
        .hasToString("{\"inbox\":\"a\",\"secret_file\":\"/run/above\"}");
  }

  @Test
  void a_secret_may_stand_in_a_file() {
    var path = folder.file("secret.txt", "s3\n");
    var settings = read(webhook("{\"inbox\": \"a\", \"secret_file\": \"" + path + "\"}"));
    var problems = new Problems();

    var given =
        SecretPair.named("webhook.secret", schema())
            .orElseThrow()
            .read(
                settings.given(),
                new SecretTexts(schema(), each -> hidden.add(each.value())),
                problems);

    assertThat(given).extracting(SecretPair.Given::text).containsExactly("s3\n");
    assertThat(hidden).contains("s3");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void stand_in_the_table_of_settings() {
    assertThat(SettingsTable.of(schema()))
        .contains(
            "\n| `webhook.secret` |  | text, secret | Shared. | `TAP_VIRTUOUS_WEBHOOK_SECRET` |\n")
        .doesNotContain("| `webhook` |");
  }

  private CheckedSettings read(String file) {
    return read(Map.of(), file);
  }

  /** In files of these texts, or {@code ENV}. */
  private CheckedSettings read(Map<String, String> environment, String... sources) {
    var paths = new ArrayList<String>();
    Arrays.stream(sources)
        .map(each -> each.equals("ENV") ? each : folder.file("c" + paths.size() + ".json", each))
        .forEach(paths::add);
    return new ConfigReader(schema(), Needs.NOTHING, this::hide).settings(paths, environment);
  }

  private void hide(Secret secret) {
    assertThat(log.lines()).isEmpty();
    hidden.add(secret.value());
  }

  private static String webhook(String json) {
    return "{\"webhook\": " + json + "}";
  }

  private static SettingsSchema schema() {
    var schema = SettingsSchema.load();
    ((ObjectNode) schema.document().get("properties"))
        .set("webhook", SettingsJson.MAPPER.readTree(WEBHOOK));
    return SettingsSchema.of(schema.document());
  }
}
