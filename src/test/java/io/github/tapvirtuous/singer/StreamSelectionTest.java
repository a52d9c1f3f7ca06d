package io.github.tapvirtuous.singer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamSelectionTest {
  @RegisterExtension private final LogLines log = new LogLines();

  private final EditedCatalog catalog = new EditedCatalog();

  @Test
  @Rule("CAT-11")
  void a_discovered_catalog_selects_all_that_was_discovered() {
    assertThat(catalog.read().streams()).containsExactly(Streams.gifts(), Streams.channelTypes());
    assertThat(log.lines()).isEmpty();
  }

  @Test
  @Rule("SEL-1")
  void a_stream_is_selected_by_its_metadata() {
    catalog.metadata("selected-by-default", "false").metadata("selected", "true");

    assertThat(catalog.names()).contains("gifts");
  }

  @Test
  @Rule("SEL-1")
  void a_stream_is_deselected_by_its_metadata() {
    catalog.metadata("selected", "false");

    assertThat(catalog.names()).containsExactly("channel_types");
  }

  @Test
  @Rule("SEL-1")
  void a_stream_is_selected_beside_its_metadata() {
    catalog.metadata("selected-by-default", "false").with("selected", "true");

    assertThat(catalog.names()).contains("gifts");
  }

  @Test
  @Rule("SEL-1")
  void a_stream_is_selected_in_its_schema() {
    catalog.metadata("selected-by-default", "false");
    catalog.entry(0).withObjectProperty("schema").put("selected", true);

    assertThat(catalog.names()).contains("gifts");
  }

  @Test
  @Rule("SEL-1")
  void one_yes_is_enough() {
    catalog.metadata("selected", "false").with("selected", "true");

    assertThat(catalog.names()).contains("gifts");
  }

  @Test
  @Rule("SEL-1")
  void a_stream_is_deselected_beside_its_metadata() {
    catalog.with("selected", "false");

    assertThat(catalog.names()).containsExactly("channel_types");
  }

  @Test
  @Rule("SEL-1")
  void metadata_that_says_nothing_of_the_stream_does_not_select_it() {
    catalog.withoutMetadata("selected-by-default").withoutMetadata("inclusion");

    assertThat(catalog.names()).containsExactly("channel_types");
  }

  @Test
  @Rule("SEL-1")
  void a_null_is_no_choice() {
    catalog.metadata("selected", "null");

    assertThat(catalog.names()).contains("gifts");
  }

  @Test
  void an_unsupported_stream_is_not_read_even_if_selected() {
    catalog.metadata("inclusion", "\"unsupported\"").metadata("selected", "true");

    assertThat(catalog.names()).containsExactly("channel_types");
  }

  @Test
  @Rule("SEL-2")
  void streams_that_the_catalog_lacks_are_not_read() {
    catalog.streams().remove(0);

    assertThat(catalog.names()).containsExactly("channel_types");
  }

  @Test
  @Rule("SEL-6")
  void the_output_uses_the_name_of_the_stream() {
    catalog.with("stream", "\"donations\"");

    assertThat(catalog.gifts().stream()).isEqualTo("donations");
    assertThat(catalog.gifts().table()).isEqualTo(Streams.gifts().table());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream", "tap_stream_id"})
  @Rule("SEL-6")
  void one_name_stands_for_both(String missing) {
    assertThat(catalog.without(missing).gifts()).isEqualTo(Streams.gifts());
  }

  @Test
  @Rule("SEL-7")
  void a_child_is_read_without_its_parent() {
    var destinations = catalog.streams().addObject().put("tap_stream_id", "gift_destinations");
    destinations.putObject("schema").putObject("properties").putObject("id").put("type", "integer");
    catalog.metadata("selected", "false");

    assertThat(catalog.names()).containsExactly("channel_types", "gift_destinations");
  }

  @Test
  @Rule("SEL-8")
  void a_catalog_that_selects_nothing_is_told_how_to_select() {
    catalog.metadata("selected", "false").streams().remove(1);

    assertThat(catalog.read().streams()).isEmpty();
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("selects no stream", "\"selected\": true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null"})
  @Rule("SEL-9")
  void a_stream_without_metadata_is_read_as_a_whole(String metadata) {
    assertThat(catalog.with("metadata", metadata).gifts()).isEqualTo(Streams.gifts());
  }

  @Test
  @Rule("SEL-9")
  void a_stream_whose_metadata_is_absent_is_read_as_a_whole() {
    assertThat(catalog.without("metadata").gifts()).isEqualTo(Streams.gifts());
  }

  @Test
  void a_selected_table_that_is_not_supported_is_refused_with_the_list_of_those_that_are() {
    catalog.with("tap_stream_id", "\"events\"");

    catalog.assertRefused("\"events\"", "not supported", String.join(", ", TableMap.names()));
  }

  @Test
  void a_table_that_is_not_supported_is_ignored_unless_selected() {
    catalog.with("tap_stream_id", "\"events\"").metadata("selected", "false");

    assertThat(catalog.names()).containsExactly("channel_types");
  }
}
