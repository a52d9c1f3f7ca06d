package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.Draft7;
import io.github.tapvirtuous.testing.airbyte.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The catalog: which streams there are, and how each can be read. */
final class DiscoveryTest {
  private static final String DELETED_AT = "_ab_cdc_deleted_at";

  @RegisterExtension private final Tap tap = new Tap();

  private final Source source = Source.inProcess(tap);

  private List<JsonNode> streams() {
    return source.discover().well().output().catalog().path("streams").valueStream().toList();
  }

  private static Table table(JsonNode stream) {
    return TableMap.named(stream.path("name").stringValue()).orElseThrow();
  }

  @Test
  void every_table_is_a_stream_with_its_key() {
    var streams = streams();

    assertThat(streams)
        .extracting(stream -> stream.path("name").stringValue())
        .containsExactlyElementsOf(TableMap.names());
    assertThat(streams)
        .allSatisfy(
            stream -> {
              var key = table(stream).key();
              assertThat(stream.path("source_defined_primary_key"))
                  .hasToString("[[\"" + key + "\"]]");
              assertThat(stream.at("/json_schema/properties").has(key)).isTrue();
              assertThat(Draft7.schema(stream.path("json_schema"))).isNotNull();
            });
  }

  @Test
  void whatever_has_a_modified_date_can_be_read_incrementally_by_it() {
    assertThat(streams())
        .filteredOn(stream -> !table(stream).modifiedField().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            stream -> {
              var cursor = stream.at("/default_cursor_field/0").stringValue();
              assertThat(stream.path("supported_sync_modes"))
                  .hasToString("[\"full_refresh\",\"incremental\"]");
              assertThat(stream.path("default_cursor_field")).hasSize(1);
              assertThat(cursor).isEqualTo(table(stream).modifiedField());
              assertThat(stream.at("/json_schema/properties").has(cursor)).isTrue();
            });
  }

  @Test
  void whatever_has_none_is_read_whole() {
    assertThat(streams())
        .filteredOn(stream -> table(stream).modifiedField().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            stream -> {
              assertThat(stream.path("supported_sync_modes")).hasToString("[\"full_refresh\"]");
              assertThat(stream.path("default_cursor_field").isEmpty()).isTrue();
            });
  }

  /** The platform goes on from states within a job only then, and needs both. */
  @Test
  void every_stream_can_be_taken_up_again() {
    assertThat(streams())
        .allMatch(stream -> stream.path("is_resumable").asBoolean(false))
        .allMatch(stream -> stream.path("source_defined_cursor").asBoolean(false));
  }

  /** Each leaves with a Z, local times as if they were UTC. */
  @Test
  void every_date_time_says_that_it_has_a_zone() {
    var columns =
        streams().stream()
            .flatMap(stream -> stream.at("/json_schema/properties").propertyStream())
            .filter(column -> column.getValue().path("format").asString("").equals("date-time"))
            .toList();

    assertThat(columns)
        .hasSizeGreaterThan(20)
        .allMatch(
            column ->
                column
                    .getValue()
                    .path("airbyte_type")
                    .asString("")
                    .equals("timestamp_with_timezone"));
  }

  @Test
  void deletes_have_a_column_where_an_inbox_tells_of_them() {
    var inbox = tap.folder().resolve("inbox.db").toString();
    Inboxes.open(inbox).close();

    assertThat(withDeletes()).isEmpty();
    tap.set("webhook", "{\"inbox\":\"" + inbox + "\"}");
    assertThat(withDeletes()).containsExactly("contacts", "contact_notes", "gifts", "projects");
  }

  private List<String> withDeletes() {
    return streams().stream()
        .filter(stream -> stream.at("/json_schema/properties").has(DELETED_AT))
        .map(stream -> stream.path("name").stringValue())
        .toList();
  }

  @Test
  void the_tables_of_the_config_alone_are_streams() {
    tap.tables("segments", "gifts");

    assertThat(streams())
        .extracting(stream -> stream.path("name").stringValue())
        .containsExactlyInAnyOrder("segments", "gifts");
  }

  @Test
  void a_bad_key_is_an_error_to_be_put_right() {
    tap.serves(StandIn.builder().keys("another"));

    var run = source.discover().endedWith(2);

    assertThat(run.output().errors())
        .singleElement()
        .matches(error -> error.path("failure_type").stringValue().equals("config_error"))
        .matches(error -> error.path("message").stringValue().contains("api_key"));
  }

  @Test
  void a_closed_table_has_the_columns_that_all_have() {
    tap.tables("gifts", "projects").serves(StandIn.builder().forbid("gifts"));

    assertThat(streams())
        .extracting(stream -> stream.path("name").stringValue())
        .containsExactlyInAnyOrder("gifts", "projects");
  }

  @Test
  void a_table_that_cannot_be_looked_at_now_keeps_the_columns_that_it_had() {
    tap.tables("gifts", "projects")
        .serves(StandIn.builder().fault(When.always().of("gifts"), Faults.status(500)));

    var run = source.discover().endedWith(1);

    assertThat(run.output().text()).doesNotContain("CATALOG");
    assertThat(run.output().errors())
        .singleElement()
        .matches(error -> error.path("failure_type").stringValue().equals("transient_error"))
        .matches(error -> error.path("message").stringValue().contains("gifts"));
  }
}
