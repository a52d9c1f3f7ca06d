package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What a catalog says of each of the 18 streams and of their columns. */
final class DiscoveredMetadataTest {
  @RegisterExtension private final Tap tap = new Tap();

  private List<JsonNode> streams() {
    var streams = tap.discover().document().path("streams").valueStream().toList();
    assertThat(streams).hasSize(18);
    return streams;
  }

  /** The metadata of what has a breadcrumb of so many parts. */
  private static List<JsonNode> entries(JsonNode stream, int parts) {
    return stream
        .path("metadata")
        .valueStream()
        .filter(entry -> entry.path("breadcrumb").size() == parts)
        .toList();
  }

  private static JsonNode metadata(JsonNode entry) {
    return entry.path("metadata");
  }

  private static String column(JsonNode entry) {
    return entry.path("breadcrumb").path(1).stringValue();
  }

  @Test
  @Rule("CAT-4")
  void is_a_list_that_speaks_of_the_stream_once() {
    for (var stream : streams()) {
      assertThat(entries(stream, 0)).hasSize(1);
      assertThat(stream.path("metadata").valueStream())
          .allMatch(entry -> entry.path("breadcrumb").isArray() && metadata(entry).isObject());
    }
  }

  @Test
  @Rule("CAT-5")
  void of_a_stream_tells_its_key_and_its_methods() {
    for (var stream : streams()) {
      var root = metadata(entries(stream, 0).get(0));

      assertThat(root.path("inclusion").stringValue()).isEqualTo("available");
      assertThat(root.path("selected-by-default").booleanValue()).isTrue();
      assertThat(root.path("table-key-properties")).isEqualTo(stream.path("key_properties"));
      assertReplication(stream, root);
    }
  }

  /** Who may choose is told from what, and is not forced. */
  private static void assertReplication(JsonNode stream, JsonNode root) {
    if (stream.path("replication_method").stringValue().equals("INCREMENTAL")) {
      assertThat(root.path("replication-method").stringValue()).isEqualTo("INCREMENTAL");
      assertThat(root.path("valid-replication-keys").valueStream())
          .containsExactly(stream.path("replication_key"));
      assertThat(root.has("forced-replication-method")).isFalse();
    } else {
      assertThat(root.path("forced-replication-method").stringValue()).isEqualTo("FULL_TABLE");
      assertThat(stream.path("replication_method").stringValue()).isEqualTo("FULL_TABLE");
      assertThat(root.has("valid-replication-keys")).isFalse();
    }
  }

  @Test
  @Rule("CAT-6")
  void speaks_of_each_column_once_and_of_nothing_within_one() {
    for (var stream : streams()) {
      assertThat(entries(stream, 2))
          .extracting(DiscoveredMetadataTest::column)
          .containsExactlyElementsOf(stream.path("schema").path("properties").propertyNames());
      assertThat(stream.path("metadata").size()).isEqualTo(1 + entries(stream, 2).size());
    }
  }

  @Test
  @Rule("CAT-7")
  void includes_the_keys_in_any_case_and_leaves_the_choice_of_all_else() {
    for (var stream : streams()) {
      var keys =
          Set.of(
              stream.path("key_properties").path(0).stringValue(),
              stream.path("replication_key").asString(""));

      assertThat(stream.path("key_properties").size()).isEqualTo(1);
      for (var entry : entries(stream, 2)) {
        assertThat(metadata(entry).path("inclusion").stringValue())
            .isEqualTo(keys.contains(column(entry)) ? "automatic" : "available");
      }
    }
  }

  @Test
  @Rule("CAT-8")
  void leaves_the_choice_to_its_reader() {
    for (var stream : streams()) {
      assertThat(stream.findValues("selected")).isEmpty();
      assertThat(stream.findValues("selected-by-default")).isNotEmpty();
    }
  }
}
