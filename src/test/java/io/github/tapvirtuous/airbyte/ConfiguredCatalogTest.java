package io.github.tapvirtuous.airbyte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.table.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class ConfiguredCatalogTest {
  private static final String DELETED_AT = "\"_ab_cdc_deleted_at\":{\"type\":\"string\"}";
  private static final String MODIFIED = "\"modifiedDateTimeUtc\":{\"type\":\"string\"}";

  private final List<String> failures = new ArrayList<>();

  @Test
  void changed_rows_alone_are_read_where_that_is_asked_for_and_possible() {
    var selected = selected(stream("gifts", "incremental", MODIFIED), false);

    assertThat(selected.schema().replicationKey()).contains("modifiedDateTimeUtc");
  }

  @Test
  void all_rows_are_read_where_that_is_asked_for() {
    var selected = selected(stream("gifts", "full_refresh", MODIFIED), false);

    assertThat(selected.schema().replicationKey()).isEmpty();
  }

  @Test
  void a_table_without_a_modified_date_is_read_whole_whatever_is_asked_for() {
    var catalog =
        "{\"stream\":{\"name\":\"channel_types\",\"json_schema\":{\"properties\":"
            + "{\"channel\":{\"type\":\"string\"}}}},\"sync_mode\":\"incremental\"}";

    assertThat(selected(catalog, false).schema().replicationKey()).isEmpty();
  }

  @Test
  void the_column_of_deletes_is_no_column_of_rows() {
    var selected = selected(stream("gifts", "incremental", MODIFIED + "," + DELETED_AT), true);

    assertThat(selected.takesEvents()).isTrue();
    assertThat(selected.schema().columns())
        .extracting(Column::name)
        .containsExactly("id", "modifiedDateTimeUtc");
  }

  @Test
  void a_stream_in_full_refresh_takes_no_events() {
    assertThat(selected(stream("gifts", "full_refresh", MODIFIED), true).takesEvents()).isFalse();
  }

  @Test
  void known_columns_that_the_schema_lacks_were_left_out_on_purpose() {
    assertThat(selected(stream("gifts", "incremental", MODIFIED), false).deselected())
        .contains("amount")
        .doesNotContain("id", "modifiedDateTimeUtc");
  }

  @Test
  void a_stream_that_is_unknown_fails_alone() {
    var catalog = catalog(stream("unicorns", "incremental", ""), stream("gifts", "", ""));

    assertThat(catalog.selection(false, this::fail).streams())
        .extracting(SelectedStream::stream)
        .containsExactly("gifts");
    assertThat(failures).singleElement().asString().contains("unicorns", "choose from", "gifts");
  }

  @Test
  void a_schema_from_before_there_was_an_inbox_fails_and_says_what_to_do() {
    catalog(stream("gifts", "incremental", MODIFIED)).selection(true, this::fail);

    assertThat(failures).singleElement().asString().contains("gifts", "Refresh", "webhook.inbox");
  }

  @Test
  void a_schema_without_the_key_fails_and_says_what_to_do() {
    catalog("{\"stream\":{\"name\":\"gifts\",\"json_schema\":{\"properties\":{}}}}")
        .selection(false, this::fail);

    assertThat(failures).singleElement().asString().contains("gifts", "\"id\"", "Refresh");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"streams\":{}}",
        "{\"streams\":[{}]}",
        "{\"streams\":[{\"stream\":{\"name\":\"gifts\"}},{\"stream\":{\"name\":\"gifts\"}}]}"
      })
  void what_is_no_configured_catalog_is_refused(String json) {
    var tree = new JsonMapper().readTree(json);

    assertThatThrownBy(() -> ConfiguredCatalog.of(tree))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Give the configured catalog");
  }

  private SelectedStream selected(String stream, boolean withEvents) {
    return catalog(stream).selection(withEvents, this::fail).streams().get(0);
  }

  private void fail(String stream, Exception why) {
    failures.add(stream + ": " + why.getMessage());
  }

  private static ConfiguredCatalog catalog(String... streams) {
    return ConfiguredCatalog.of(
        new JsonMapper().readTree("{\"streams\":[" + String.join(",", streams) + "]}"));
  }

  private static String stream(String name, String mode, String columns) {
    var more = columns.isEmpty() ? "" : "," + columns;
    return "{\"stream\":{\"name\":\""
        + name
        + "\",\"json_schema\":{\"properties\":{\"id\":{\"type\":\"integer\"}"
        + more
        + "}}},\"sync_mode\":\""
        + mode
        + "\"}";
  }
}
