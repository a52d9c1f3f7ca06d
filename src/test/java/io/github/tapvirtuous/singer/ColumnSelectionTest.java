package io.github.tapvirtuous.singer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class ColumnSelectionTest {
  @RegisterExtension private final LogLines log = new LogLines();

  private final EditedCatalog catalog = new EditedCatalog();

  @Test
  @Rule("SEL-3")
  void nested_choices_are_ignored_with_one_line_per_stream() {
    catalog
        .metadata("selected", "false", "properties", "contact", "properties", "name")
        .metadata("selected", "false", "properties", "contact", "properties", "email")
        .metadata("selected", "true", "properties", "contact", "properties", "id");

    assertThat(catalog.columns()).isEqualTo(Streams.gifts().schema().columns());
    assertThat(log.lines()).singleElement().asString().contains("gifts", "2 nested");
  }

  @Test
  @Rule("SEL-3")
  void nested_choices_within_a_column_that_is_left_out_are_not_mentioned() {
    catalog
        .metadata("selected", "false", "properties", "contact")
        .metadata("selected", "false", "properties", "contact", "properties", "name");

    assertThat(catalog.columnNames()).doesNotContain("contact");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  @Rule("SEL-10")
  void booleans_may_be_text() {
    catalog
        .metadata("selected", "\"false\"", "properties", "amount")
        .metadata("selected-by-default", "\"False\"")
        .metadata("selected", "\"true\"");

    assertThat(catalog.columnNames()).contains("id").doesNotContain("amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "1"})
  @Rule("SEL-10")
  void what_is_no_boolean_is_refused(String value) {
    catalog.metadata("selected", value, "properties", "amount");

    catalog.assertRefused(
        "a \"selected\" of stream \"gifts\" is no boolean", "Write true or false");
  }

  @Test
  @Rule("SCH-7")
  void a_deselected_column_is_left_out() {
    catalog.metadata("selected", "false", "properties", "amount");

    assertThat(catalog.columnNames()).doesNotContain("amount").hasSize(8);
  }

  @Test
  void a_column_that_is_not_selected_by_default_is_left_out() {
    catalog.metadata("selected-by-default", "false", "properties", "amount");

    assertThat(catalog.columnNames()).doesNotContain("amount");
  }

  @Test
  void a_choice_of_a_column_wins_over_the_default() {
    catalog
        .metadata("selected-by-default", "false", "properties", "amount")
        .metadata("selected", "true", "properties", "amount");

    assertThat(catalog.columnNames()).contains("amount");
  }

  @Test
  void an_unsupported_column_is_left_out_even_if_selected() {
    catalog
        .metadata("inclusion", "\"unsupported\"", "properties", "amount")
        .metadata("selected", "true", "properties", "amount");

    assertThat(catalog.columnNames()).doesNotContain("amount");
  }

  @Test
  void an_automatic_column_is_kept_even_if_deselected() {
    catalog
        .metadata("inclusion", "\"automatic\"", "properties", "amount")
        .metadata("selected", "false", "properties", "amount");

    assertThat(catalog.columnNames()).contains("amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"automatic", "available", "unsupported"})
  @Rule("SCH-7")
  void the_key_is_kept_even_if_deselected(String inclusion) {
    catalog
        .metadata("inclusion", '"' + inclusion + '"', "properties", "id")
        .metadata("selected", "false", "properties", "id");

    assertThat(catalog.columnNames()).startsWith("id");
  }

  @Test
  void the_key_alone_is_enough() {
    for (var column : Streams.gifts().schema().columns()) {
      catalog.metadata("selected", "false", "properties", column.name());
    }

    assertThat(catalog.columnNames()).containsExactly("id");
  }

  @Test
  void the_position_of_a_value_may_be_left_out() {
    var position = catalog.entry(1).path("metadata").path(2).path("metadata");
    ((ObjectNode) position).put("selected", false);

    assertThat(catalog.read().streams().get(1).schema().columns())
        .extracting(Column::name)
        .containsExactly("channel");
  }
}
