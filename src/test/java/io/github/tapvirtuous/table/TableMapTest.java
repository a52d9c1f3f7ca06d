package io.github.tapvirtuous.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

final class TableMapTest {
  @Test
  void all_but_these_tables_say_when_a_row_was_last_modified() {
    var undated = TableMap.all().stream().filter(table -> table.modifiedField().isEmpty());

    assertThat(undated)
        .extracting(Table::name)
        .containsExactlyInAnyOrder(
            "channel_types",
            "communication_types",
            "gift_destinations",
            "organization_groups",
            "segments");
  }

  @Test
  void all_but_communications_say_it_in_the_same_field() {
    var others =
        TableMap.all().stream()
            .filter(table -> !table.modifiedField().isEmpty())
            .filter(table -> !table.modifiedField().equals("modifiedDateTimeUtc"));

    assertThat(others)
        .extracting(Table::name, Table::modifiedField)
        .containsExactly(tuple("communications", "lastModifiedDateTimeUtc"));
  }
}
