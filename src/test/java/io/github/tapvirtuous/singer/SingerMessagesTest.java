package io.github.tapvirtuous.singer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.MessagePortContract;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.Pages;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.testing.Rule;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class SingerMessagesTest extends MessagePortContract {
  private static final String DELETED_AT = "_sdc_deleted_at";
  private static final String EMPTY_STATE = "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SingerMessages messages =
      new SingerMessages(out, StateEnvelope.empty(), DateTimes.TIMESTAMP);

  @Override
  protected MessagePort portInto(OutputStream stream) {
    return new SingerMessages(stream, StateEnvelope.empty(), DateTimes.TIMESTAMP);
  }

  @Override
  protected Stream<String> retold(JsonNode line) {
    return switch (line.path("type").asString()) {
      case "SCHEMA" ->
          Stream.of("started " + line.path("stream").asString())
              .filter(started -> !line.at("/schema/properties").has(DELETED_AT));
      case "RECORD" -> Stream.of(row(line));
      case "STATE" ->
          line.at("/value/bookmarks")
              .propertyStream()
              .map(each -> "checkpoint " + each.getKey() + " " + each.getValue());
      case "ACTIVATE_VERSION" -> Stream.empty();
      default -> Stream.of("unknown " + line);
    };
  }

  private static String row(JsonNode line) {
    var stream = line.path("stream").asString();
    var record = line.path("record");
    if (!record.has(DELETED_AT)) {
      return "row " + stream + " " + record;
    }
    assertThat(record.propertyNames()).containsExactly("id", DELETED_AT);
    var at = record.path(DELETED_AT).asString();
    return "deleted " + stream + " " + record.path("id") + " at " + at;
  }

  @Test
  void what_is_gone_has_a_schema_of_its_key_and_time_alone_said_once() {
    var gone = new RowKeys(new Column("id", FieldType.INTEGER), List.of(7L));

    messages.deleted("gifts", gone, Instant.parse("2026-03-01T12:00:00.1234567Z"), RowVersion.NONE);
    messages.deleted("gifts", gone, Instant.EPOCH, new RowVersion(8));
    messages.checkpoint("gifts", Checkpoint.empty(), 2);

    assertThat(lines().subList(1, 4))
        .containsExactly(
            "{\"type\":\"SCHEMA\",\"stream\":\"gifts\",\"schema\":{\"type\":\"object\","
                + "\"properties\":{\"id\":{\"type\":[\"integer\"]},\"_sdc_deleted_at\":"
                + "{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"}}},"
                + "\"key_properties\":[\"id\"]}",
            "{\"type\":\"RECORD\",\"stream\":\"gifts\",\"record\":{\"id\":7,"
                + "\"_sdc_deleted_at\":\"2026-03-01T12:00:00.123456Z\"},"
                + "\"time_extracted\":\"2026-03-01T12:00:00.123456Z\"}",
            "{\"type\":\"RECORD\",\"stream\":\"gifts\",\"record\":{\"id\":7,"
                + "\"_sdc_deleted_at\":\"1970-01-01T00:00:00Z\"},"
                + "\"time_extracted\":\"1970-01-01T00:00:00Z\",\"version\":8}");
  }

  @Test
  void when_it_went_is_text_where_times_are() {
    var gone = new RowKeys(new Column("id", FieldType.INTEGER), List.of(7L));
    var saying = new SingerMessages(out, StateEnvelope.empty(), DateTimes.TEXT);

    saying.deleted("gifts", gone, Instant.EPOCH, RowVersion.NONE);
    saying.checkpoint("gifts", Checkpoint.empty(), 1);

    assertThat(lines().get(1)).contains("\"_sdc_deleted_at\":{\"type\":[\"null\",\"string\"]}}");
  }

  @Test
  @Rule({"SCH-2", "SCH-5"})
  void a_schema_has_a_key_and_lists_null_and_one_type() {
    var columns =
        List.of(
            new Column("id", FieldType.INTEGER),
            new Column("x", FieldType.STRING),
            new Column("t", FieldType.TIMESTAMP),
            new Column("a", FieldType.ARRAY));

    messages.started("gifts", new TableSchema(columns, "id"));

    assertThat(text())
        .isEqualTo(
            EMPTY_STATE
                + "{\"type\":\"SCHEMA\",\"stream\":\"gifts\",\"schema\":{\"type\":\"object\","
                + "\"properties\":{\"id\":{\"type\":[\"integer\"]},"
                + "\"x\":{\"type\":[\"null\",\"string\"]},"
                + "\"t\":{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"},"
                + "\"a\":{\"type\":[\"null\",\"array\"]}}},\"key_properties\":[\"id\"]}\n");
  }

  @Test
  @Rule("REC-7")
  void the_time_of_extraction_has_six_fraction_digits_at_most() {
    messages.rows("gifts", row(), Instant.parse("2026-03-01T12:00:00.123456789Z"), RowVersion.NONE);
    messages.checkpoint("gifts", Checkpoint.empty(), 1);

    assertThat(lines())
        .contains(
            "{\"type\":\"RECORD\",\"stream\":\"gifts\",\"record\":{\"id\":1},"
                + "\"time_extracted\":\"2026-03-01T12:00:00.123456Z\"}");
  }

  @Test
  void what_is_superseded_is_told_behind_the_rows_and_before_the_state() {
    messages.rows("gifts", row(), Instant.EPOCH, new RowVersion(7));
    messages.superseded("gifts", new RowVersion(7));
    messages.checkpoint("gifts", Checkpoint.empty(), 1);

    assertThat(lines().stream().map(line -> line.substring(0, 18)))
        .containsExactly(
            "{\"type\":\"STATE\",\"v",
            "{\"type\":\"RECORD\",\"",
            "{\"type\":\"ACTIVATE_",
            "{\"type\":\"STATE\",\"v");
  }

  @Test
  @Rule({"REC-8", "REC-10"})
  void a_version_stands_in_each_record_and_in_the_message_that_ends_it() {
    messages.rows("gifts", row(), Instant.EPOCH, new RowVersion(1_772_330_400));
    messages.superseded("gifts", new RowVersion(1_772_330_400));

    assertThat(lines())
        .endsWith(
            "{\"type\":\"RECORD\",\"stream\":\"gifts\",\"record\":{\"id\":1},"
                + "\"time_extracted\":\"1970-01-01T00:00:00Z\",\"version\":1772330400}",
            "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"gifts\",\"version\":1772330400}");
  }

  @Test
  void the_end_of_a_stream_is_no_line() {
    messages.finished("gifts", Outcome.VERIFIED);

    assertThat(text()).isEmpty();
  }

  @Test
  void a_stream_name_is_quoted_like_any_text() {
    messages.rows("gif\"ts\uD83D", row(), Instant.EPOCH, RowVersion.NONE);
    messages.checkpoint("gifts", Checkpoint.empty(), 1);

    assertThat(lines().get(1))
        .startsWith("{\"type\":\"RECORD\",\"stream\":\"gif\\\"ts\uFFFD\",\"record\":");
  }

  @Test
  void rows_leave_in_large_writes() {
    var sizes = new ArrayList<Integer>();
    var noted =
        new OutputStream() {
          @Override
          public void write(int value) {
            sizes.add(1);
          }

          @Override
          public void write(byte[] bytes, int start, int length) {
            sizes.add(length);
          }
        };
    var rows = Pages.of(List.of(new byte[30_000], new byte[30_000], new byte[30_000]));
    var port = new SingerMessages(noted, StateEnvelope.empty(), DateTimes.TIMESTAMP);
    port.checkpoint("gifts", Checkpoint.empty(), 0);
    sizes.clear();

    port.rows("gifts", rows, Instant.EPOCH, RowVersion.NONE);

    assertThat(sizes).singleElement().satisfies(size -> assertThat(size).isGreaterThan(60_000));
  }

  private String text() {
    return out.toString(UTF_8);
  }

  private List<String> lines() {
    return text().lines().toList();
  }

  private static RenderedPage row() {
    return Pages.of(List.of("{\"id\":1}".getBytes(UTF_8)));
  }
}
