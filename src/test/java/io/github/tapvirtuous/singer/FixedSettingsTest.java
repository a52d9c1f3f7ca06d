package io.github.tapvirtuous.singer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FixedSettingsTest {
  private final EditedCatalog catalog = new EditedCatalog();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replication-method        | \"LOG_BASED\"",
        "forced-replication-method | \"LOG_BASED\"",
        "replication-key           | \"createDateTimeUtc\"",
        "table-key-properties      | [\"contactId\"]",
        "table-key-properties      | [\"id\",\"contactId\"]",
        "key-properties            | \"id\"",
      })
  @Rule("SEL-5")
  void overrides_are_refused_in_metadata(String name, String value) {
    catalog.metadata(name, value);

    catalog.assertRefused("changes the " + name + " of stream \"gifts\"", "Set it to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replication_method | \"LOG_BASED\"",
        "replication_key    | \"createDateTimeUtc\"",
        "key_properties     | [\"contactId\"]",
      })
  @Rule("SEL-5")
  void overrides_are_refused_beside_metadata(String name, String value) {
    catalog.with(name, value);

    catalog.assertRefused("changes the " + name.replace('_', '-') + " of stream \"gifts\"");
  }

  @Test
  @Rule("SEL-5")
  void what_repeats_our_own_settings_or_says_nothing_is_accepted() {
    catalog
        .metadata("replication-method", "\"FULL_TABLE\"")
        .metadata("replication-key", "null")
        .metadata("table-key-properties", "[]")
        .with("replication_method", "null")
        .with("replication_key", "\"\"")
        .with("key_properties", "[\"id\"]");

    assertThat(catalog.names()).contains("gifts");
  }

  @Test
  @Rule("SEL-5")
  void overrides_of_a_stream_that_is_not_read_do_not_matter() {
    catalog.metadata("selected", "false").metadata("replication-method", "\"LOG_BASED\"");

    assertThat(catalog.names()).containsExactly("channel_types");
  }
}
