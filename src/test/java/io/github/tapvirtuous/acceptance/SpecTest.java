package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.Draft7;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The spec, of which the platform makes a form, and by which PyAirbyte validates a config. */
final class SpecTest {
  @RegisterExtension private final Tap tap = new Tap();

  private final Source source = Source.inProcess(tap);

  private JsonNode specification() {
    return source.spec().output().spec().path("connectionSpecification");
  }

  /** All of them, also those within one: {@code webhook.inbox}. */
  private static Map<String, JsonNode> settings(JsonNode schema) {
    var settings = new TreeMap<String, JsonNode>();
    for (var each : schema.path("properties").properties()) {
      settings.put(each.getKey(), each.getValue());
      settings(each.getValue())
          .forEach((name, inner) -> settings.put(each.getKey() + "." + name, inner));
    }
    return settings;
  }

  @Test
  void is_one_message_and_asks_nobody() {
    var run = source.spec();

    assertThat(run.output().messages()).hasSize(1);
    assertThat(tap.standIn().requestCount()).isZero();
  }

  @Test
  void every_setting_has_a_title_a_description_and_a_place_of_its_own() {
    var schema = specification();

    assertThat(settings(schema)).hasSizeGreaterThan(20);
    assertThat(settings(schema))
        .allSatisfy(
            (name, setting) -> {
              assertThat(setting.path("title").asString("")).as(name).isNotBlank();
              assertThat(setting.path("description").asString("")).as(name).isNotBlank();
              assertThat(setting.path("order").isInt()).as(name).isTrue();
            });
    assertPlaces(schema);
    assertPlaces(schema.path("properties").path("webhook"));
  }

  private static void assertPlaces(JsonNode schema) {
    assertThat(schema.path("properties").valueStream().map(each -> each.path("order").asInt()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void the_key_comes_first_and_alone_is_required() {
    var schema = specification();

    assertThat(schema.path("required")).hasToString("[\"api_key\"]");
    assertThat(schema.at("/properties/api_key/order").asInt(-1)).isZero();
  }

  @Test
  void secrets_are_marked_and_nothing_else_is() {
    var secrets = settings(specification());
    secrets.values().removeIf(setting -> !isSecret(setting) && !isSecret(setting.path("items")));

    assertThat(secrets).containsOnlyKeys("api_key", "webhook.inbox", "webhook.secrets");
    assertThat(secrets.values())
        .filteredOn(list -> list.has("items"))
        .noneMatch(SpecTest::isSecret);
  }

  private static boolean isSecret(JsonNode setting) {
    return setting.path("airbyte_secret").asBoolean(false);
  }

  @Test
  void it_is_draft_07_and_needs_no_other_document() {
    var schema = specification();

    assertThat(schema.path("$schema").stringValue()).contains("draft-07");
    assertThat(Draft7.schema(schema)).isNotNull();
    assertThat(schema.toString()).doesNotContain("$ref", "$defs");
  }

  @Test
  void what_would_send_parts_of_rows_is_left_out() {
    assertThat(settings(specification())).doesNotContainKeys("webhook.only", "webhook.mode");
  }

  @Test
  void the_config_of_a_stand_in_on_this_machine_is_valid_by_it() throws IOException {
    tap.tables("gifts").set("start_date", "\"2026-01-01T00:00:00Z\"");
    var config = StrictJson.of(Files.readString(Path.of(tap.config())));

    assertThat(config.path("base_url").stringValue()).startsWith("http://");
    assertThat(Draft7.schema(specification()).validate(config)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"api_key\":7}",
        "{\"api_key\":\"k\",\"page_size\":1}",
        "{\"api_key\":\"k\",\"auth_scheme\":\"digest\"}",
        "{\"api_key\":\"k\",\"webhook\":{\"keep_days\":0}}"
      })
  void a_config_that_cannot_work_is_not(String config) {
    assertThat(Draft7.schema(specification()).validate(StrictJson.of(config))).isNotEmpty();
  }
}
