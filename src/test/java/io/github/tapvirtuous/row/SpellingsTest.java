package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.row.Findings.Kind.DROPPED;
import static io.github.tapvirtuous.row.Findings.Kind.REPEATED;
import static io.github.tapvirtuous.table.FieldType.INTEGER;
import static io.github.tapvirtuous.table.FieldType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The start of a communication, which replies spell in two ways. */
final class SpellingsTest {
  private static final Column ID = new Column("communicationId", INTEGER);
  private static final Column START = new Column("startDateTimeUtc", TIMESTAMP);
  private static final Column OTHER = new Column("startdateTimeUtc", TIMESTAMP);

  private static final String REPLY =
      """
      [ {"communicationId": 1, "startdateTimeUtc": "2024-03-01T00:00:00"},
        {"communicationId": 2, "startDateTimeUtc": "2024-03-02T00:00:00"},
        {"communicationId": 3, "startdateTimeUtc": "2024-03-03T00:00:00"} ]
      """;

  @Test
  void of_one_field_fill_its_column_whichever_way_a_row_spells_it() {
    var page = render(REPLY, Set.of(), ID, START);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"communicationId\":1,\"startDateTimeUtc\":\"2024-03-01T00:00:00Z\"}",
            "{\"communicationId\":2,\"startDateTimeUtc\":\"2024-03-02T00:00:00Z\"}",
            "{\"communicationId\":3,\"startDateTimeUtc\":\"2024-03-03T00:00:00Z\"}");
    assertThat(page.findings().counts(DROPPED)).isEmpty();
  }

  @Test
  void in_one_row_count_where_they_have_a_value() {
    var page =
        render(
            """
            [ {"communicationId":1,"startdateTimeUtc":null,"startDateTimeUtc":"2024-03-01T00:00:00"},
              {"communicationId":2,"startDateTimeUtc":"2024-03-01T00:00:00","startdateTimeUtc":null},
              {"communicationId":3,"startDateTimeUtc":null,"startdateTimeUtc":null} ]
            """,
            Set.of(),
            ID,
            START);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"communicationId\":1,\"startDateTimeUtc\":\"2024-03-01T00:00:00Z\"}",
            "{\"communicationId\":2,\"startDateTimeUtc\":\"2024-03-01T00:00:00Z\"}",
            "{\"communicationId\":3,\"startDateTimeUtc\":null}");
  }

  @Test
  void in_one_row_count_the_first_time() {
    var page =
        render(
            "[{\"communicationId\":1,\"startdateTimeUtc\":\"2024-03-01\",\"startDateTimeUtc\":\"\"}]",
            Set.of(),
            ID,
            START);

    assertThat(Rendering.rows(page))
        .containsExactly("{\"communicationId\":1,\"startDateTimeUtc\":\"2024-03-01T00:00:00Z\"}");
    assertThat(page.findings().counts(REPEATED)).isEqualTo(Map.of("startDateTimeUtc", 1));
  }

  @Test
  void of_a_field_that_the_user_left_out_are_left_out_too() {
    var page = render(REPLY, Set.of(START.name()), ID);

    assertThat(Rendering.rows(page)).contains("{\"communicationId\":1}");
    assertThat(page.findings().counts(DROPPED)).isEmpty();
  }

  @Test
  void that_an_older_catalog_has_as_a_column_keep_it() {
    var page = render(REPLY, Set.of(), ID, OTHER);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"communicationId\":1,\"startdateTimeUtc\":\"2024-03-01T00:00:00Z\"}",
            "{\"communicationId\":2,\"startdateTimeUtc\":null}",
            "{\"communicationId\":3,\"startdateTimeUtc\":\"2024-03-03T00:00:00Z\"}");
    assertThat(page.findings().counts(DROPPED)).isEqualTo(Map.of(START.name(), 1));
  }

  @Test
  void that_a_catalog_lacks_are_counted_as_they_came() {
    var page = render(REPLY, Set.of(), ID);

    assertThat(page.findings().counts(DROPPED)).isEqualTo(Map.of(START.name(), 1, OTHER.name(), 2));
  }

  private static RenderedPage render(String reply, Set<String> deselected, Column... columns) {
    var table = TableMap.named("communications").orElseThrow();
    var schema = new TableSchema(List.of(columns), ID.name());
    return new PageRenderer(table, schema, deselected)
        .render(Bytes.of(reply.getBytes(StandardCharsets.UTF_8)));
  }
}
