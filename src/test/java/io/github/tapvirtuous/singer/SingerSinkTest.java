package io.github.tapvirtuous.singer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Bookmarks;
import io.github.tapvirtuous.message.Message;
import io.github.tapvirtuous.message.MessageSink;
import io.github.tapvirtuous.message.MessageSinkContract;
import io.github.tapvirtuous.row.Pages;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

final class SingerSinkTest extends MessageSinkContract {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SingerSink sink = new SingerSink(out);

  @Override
  protected MessageSink sinkInto(OutputStream stream) {
    return new SingerSink(stream);
  }

  @Override
  protected String retold(JsonNode line) {
    return switch (line.path("type").asString()) {
      case "SCHEMA" -> "schema " + line.path("stream").asString();
      case "RECORD" -> "row " + line.path("stream").asString() + " " + line.path("record");
      case "STATE" -> "progress " + line.path("value");
      default -> "unknown " + line;
    };
  }

  @Test
  void SCH_2_and_SCH_5_a_schema_has_a_key_and_lists_null_and_one_type() {
    var columns =
        List.of(
            new Column("id", FieldType.INTEGER),
            new Column("x", FieldType.STRING),
            new Column("t", FieldType.TIMESTAMP),
            new Column("a", FieldType.ARRAY));

    sink.schema(new Message.Schema("gifts", new TableSchema(columns, "id")));

    assertThat(text())
        .isEqualTo(
            "{\"type\":\"SCHEMA\",\"stream\":\"gifts\",\"schema\":{\"type\":\"object\","
                + "\"properties\":{\"id\":{\"type\":[\"integer\"]},"
                + "\"x\":{\"type\":[\"null\",\"string\"]},"
                + "\"t\":{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"},"
                + "\"a\":{\"type\":[\"null\",\"array\"]}}},\"key_properties\":[\"id\"]}\n");
  }

  @Test
  void REC_7_the_time_of_extraction_has_six_fraction_digits_at_most() {
    sink.rows(row("gifts", Instant.parse("2026-03-01T12:00:00.123456789Z")));
    sink.progress(new Message.Progress(Bookmarks.empty()));

    assertThat(text().lines().findFirst())
        .hasValue(
            "{\"type\":\"RECORD\",\"stream\":\"gifts\",\"record\":{\"id\":1},"
                + "\"time_extracted\":\"2026-03-01T12:00:00.123456Z\"}");
  }

  @Test
  void ST_1_a_state_is_the_bookmarks() {
    sink.progress(new Message.Progress(Bookmarks.empty()));

    assertThat(text()).isEqualTo("{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}\n");
  }

  @Test
  void OUT_7_half_a_surrogate_pair_in_the_incoming_state_is_replaced() {
    sink.progress(progress("a\uD83D", "x\uD83D", "b", "\uDE00y", "c", "\uD83D\uDE00"));

    assertThat(text()).contains("\"a\uFFFD\":\"x\uFFFD\",\"b\":\"\uFFFDy\",\"c\":\"😀\"");
  }

  @Test
  void OUT_7_surrogate_pairs_survive_wherever_a_buffer_ends() {
    var faces = "😀".repeat(20_000);

    sink.progress(progress("even", faces, "odd", "x" + faces));

    assertThat(text()).contains("\"" + faces + "\"", "\"x" + faces + "\"");
  }

  @Test
  void OUT_8_nul_is_left_out_of_states_and_its_escape_as_text_is_not() {
    sink.progress(progress("a\u0000", "x\u0000y", "b", "\\u0000", "c", "\u0001é"));

    assertThat(text()).contains("\"a\":\"xy\",\"b\":\"\\\\u0000\",\"c\":\"\\u0001é\"");
  }

  @Test
  void a_stream_name_is_quoted_like_any_text() {
    sink.rows(row("gif\"ts\uD83D", Instant.EPOCH));
    sink.progress(new Message.Progress(Bookmarks.empty()));

    assertThat(text())
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

    new SingerSink(noted).rows(new Message.Rows("gifts", rows, Instant.EPOCH));

    assertThat(sizes).singleElement().satisfies(size -> assertThat(size).isGreaterThan(60_000));
  }

  private String text() {
    return out.toString(UTF_8);
  }

  private static Message.Rows row(String stream, Instant time) {
    var page = Pages.of(List.of("{\"id\":1}".getBytes(UTF_8)));
    return new Message.Rows(stream, page, time);
  }

  private static Message.Progress progress(String... namesAndValues) {
    var state = JsonNodeFactory.instance.objectNode();
    for (int name = 0; name < namesAndValues.length; name += 2) {
      state.put(namesAndValues[name], namesAndValues[name + 1]);
    }
    return new Message.Progress(Bookmarks.of(state));
  }
}
