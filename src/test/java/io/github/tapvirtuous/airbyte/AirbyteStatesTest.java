package io.github.tapvirtuous.airbyte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.message.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class AirbyteStatesTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "null", " \n"})
  void nothing_is_a_fresh_start(String state) throws Exception {
    assertThat(gifts(state, "{}")).isEmpty();
  }

  @Test
  void what_the_platform_adds_to_a_state_is_its_own() throws Exception {
    var state =
        """
        [{"type":"STREAM","global_":null,"data":null,"global_":null,"sourceStats":{"recordCount":2.0},
          "destinationStats":null,"id":7,
          "stream":{"stream_descriptor":{"name":"gifts","namespace":null},"more":1,
            "stream_state":{"sent":7}}}]""";

    assertThat(gifts(state, "{}")).contains("{\"sent\":7}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "7"})
  void a_stream_without_a_state_starts_afresh(String state) throws Exception {
    assertThat(gifts(list(state), "{}")).contains("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"sent":7,"generation_id":3} | {"generation_id":3,"minimum_generation_id":3} | true
          {"sent":7,"generation_id":3} | {"generation_id":3,"minimum_generation_id":0} | true
          {"sent":7,"generation_id":3} | {"generation_id":null}                        | true
          {"sent":7,"generation_id":3} | {}                                            | true
          {"sent":7,"generation_id":3} | {"generation_id":4,"minimum_generation_id":4} | false
          {"sent":7,"generation_id":3} | {"generation_id":4,"minimum_generation_id":0} | false
          {"sent":7}                   | {"generation_id":3,"minimum_generation_id":3} | false
          {"sent":7}                   | {"generation_id":3,"minimum_generation_id":0} | true
          {"sent":7}                   | {"generation_id":0,"minimum_generation_id":0} | true
          """)
  void a_new_generation_starts_from_scratch(String state, String wanted, boolean goesOn)
      throws Exception {
    assertThat(gifts(list(state), wanted))
        .isEqualTo(goesOn ? Optional.of("{\"sent\":7}") : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"sent":7,"generation_id":3,"sync_id":9} | "generation_id":3,"sync_id":9  | true
          {"sent":7,"generation_id":3}             | "generation_id":3              | true
          {"sent":7,"generation_id":3,"sync_id":9} | "generation_id":3,"sync_id":10 | false
          {"sent":7,"generation_id":2,"sync_id":9} | "generation_id":3,"sync_id":9  | false
          {"sent":7}                               | "generation_id":3,"sync_id":9  | false
          {"sent":7}                               | "minimum_generation_id":0      | false
          """)
  void a_full_refresh_goes_on_from_attempts_of_the_same_sync_alone(
      String state, String wanted, boolean goesOn) throws Exception {
    var fullRefresh = "{\"sync_mode\":\"full_refresh\"," + wanted + "}";

    assertThat(gifts(list(state), fullRefresh))
        .isEqualTo(goesOn ? Optional.of("{\"sent\":7}") : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          full_refresh | 9  | true  | true
          full_refresh | 9  | false | false
          full_refresh | 10 | true  | false
          incremental  | 9  | true  | false
          """)
  void a_full_refresh_that_an_attempt_of_the_same_sync_has_completed_is_done(
      String mode, int sync, boolean complete, boolean isDone) {
    var state =
        """
        {"fingerprint":"f","started_at":"2026-03-01T02:00:00Z","last_key":2,"index":1,"total":2,
         "rows_sent":2,"complete":%s,"generation_id":3,"sync_id":9}"""
            .formatted(complete);
    var wanted = "{\"sync_mode\":\"%s\",\"generation_id\":3,\"sync_id\":%d}".formatted(mode, sync);

    var states = AirbyteStates.of(MAPPER.readTree(list(state)), catalog(wanted));

    assertThat(states.done("gifts").isPresent()).isEqualTo(isDone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1]", "{\"bookmarks\":{}}", "[{\"type\":\"GLOBAL\",\"global\":{}}]", "\"x\""})
  void what_is_no_state_of_a_stream_is_refused(String state) {
    assertThatThrownBy(() -> gifts(state, "{}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("leave --state out");
  }

  private static String list(String state) {
    return "[{\"stream\":{\"stream_descriptor\":{\"name\":\"gifts\"},\"stream_state\":"
        + state
        + "}}]";
  }

  private Optional<String> gifts(String state, String wanted) throws Exception {
    var file = Files.writeString(folder.resolve("state.json"), state);
    return AirbyteStates.read(file, catalog(wanted))
        .of("gifts")
        .map(Checkpoint::json)
        .map(Object::toString);
  }

  private static ConfiguredCatalog catalog(String wanted) {
    var configured = MAPPER.readTree("{\"stream\":{\"name\":\"gifts\"}}").asObject();
    configured.setAll(MAPPER.readTree(wanted).asObject());
    var catalog = MAPPER.createObjectNode();
    catalog.putArray("streams").add(configured);
    return ConfiguredCatalog.of(catalog);
  }
}
