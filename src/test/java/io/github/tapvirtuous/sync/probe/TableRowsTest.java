package io.github.tapvirtuous.sync.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TableRowsTest {
  private static TableRows rows(String table, String... rows) {
    var json = Stream.of(rows).map(StrictJson::of).toList();
    return TableRows.of(TableMap.named(table).orElseThrow(), json);
  }

  @Test
  void keys_and_dates_are_read_as_each_table_spells_them() {
    var gifts =
        rows(
            "gifts",
            "{\"id\":7,\"createDateTimeUtc\":\"2024-01-01T00:00:00\","
                + "\"modifiedDateTimeUtc\":\"2024-02-01T00:00:00\"}");
    var communications =
        rows(
            "communications",
            "{\"communicationId\":7,\"createdDateTimeUtc\":\"2024-01-01T00:00:00\","
                + "\"lastModifiedDateTimeUtc\":\"2024-02-01T00:00:00\"}");

    var expected = RowDates.of(7, "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z");
    assertThat(gifts.dates()).containsExactly(expected);
    assertThat(communications.dates()).containsExactly(expected);
  }

  @Test
  void rows_without_a_key_are_counted_with_their_dates() {
    var rows =
        rows(
            "communications",
            "{\"communicationId\":1}",
            "{\"lastModifiedDateTimeUtc\":\"2024-02-01T00:00:00\"}");

    assertThat(rows.keyless()).isEqualTo(1);
    assertThat(rows.undated()).isEqualTo(1);
    assertThat(rows.hasDates()).isTrue();
  }

  @Test
  void only_keys_that_ascend_are_in_order() {
    assertThat(rows("gifts", "{\"id\":1}", "{\"id\":5}").isOrdered()).isTrue();
    assertThat(rows("gifts", "{\"id\":5}", "{\"id\":1}").isOrdered()).isFalse();
    assertThat(rows("gifts", "{\"id\":5}", "{\"id\":5}").isOrdered()).isFalse();
  }

  @Test
  void nothing_and_the_year_one_are_no_date() {
    var texts = List.of("null", "\"\"", "\"0001-01-01T00:00:00\"", "\"2024-02-01T00:00:00\"");
    var rows =
        texts.stream()
            .map(text -> "{\"id\":1,\"modifiedDateTimeUtc\":" + text + "}")
            .toArray(String[]::new);

    assertThat(rows("gifts", rows).undated()).isEqualTo(3);
    assertThat(rows("gifts", rows).dated()).hasSize(1);
  }
}
