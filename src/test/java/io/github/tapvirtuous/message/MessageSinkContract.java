package io.github.tapvirtuous.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.row.Pages;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableSchema;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What every sink owes the engine, whatever its protocol. */
public abstract class MessageSinkContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The sink under test. */
  protected abstract MessageSink sinkInto(OutputStream stream);

  /**
   * A line of output in the engine's words: {@code schema <stream>}, {@code row <stream> <row>} or
   * {@code progress <state>}.
   */
  protected abstract String retold(JsonNode line);

  @Test
  void a_schema_is_visible_at_once() {
    sinkInto(buffered(out)).schema(schema());

    assertThat(told()).containsExactly("schema gifts");
  }

  @Test
  void everything_said_is_visible_after_progress_and_in_order() {
    var sink = sinkInto(buffered(out));

    schema().sendTo(sink);
    rows("{\"id\":1}", "{\"id\":2}").sendTo(sink);
    rows("{\"id\":3}").sendTo(sink);
    progress(3).sendTo(sink);

    assertThat(told())
        .containsExactly(
            "schema gifts",
            "row gifts {\"id\":1}",
            "row gifts {\"id\":2}",
            "row gifts {\"id\":3}",
            "progress {\"bookmarks\":{\"gifts\":{\"sent\":3}}}");
  }

  @Test
  void rows_said_before_a_schema_are_visible_with_it() {
    var sink = sinkInto(buffered(out));

    sink.rows(rows("{\"id\":1}"));
    sink.schema(schema());

    assertThat(told()).containsExactly("row gifts {\"id\":1}", "schema gifts");
  }

  @Test
  void rows_of_any_size_keep_their_order() {
    var sink = sinkInto(out);
    var page =
        Stream.of(1, 1_000_000, 1, 65_536, 65_535, 40_000, 40_000, 2)
            .map("7"::repeat)
            .map(digits -> digits.length() == 1 ? digits : '"' + digits + '"')
            .toList();

    sink.rows(rows(page.toArray(String[]::new)));
    sink.progress(progress(8));

    assertThat(told().subList(0, 8))
        .isEqualTo(page.stream().map(row -> "row gifts " + row).toList());
  }

  @Test
  void many_small_rows_all_arrive() {
    var sink = sinkInto(out);
    var ids = IntStream.range(0, 10_000).mapToObj(id -> "{\"id\":" + id + "}").toList();

    sink.rows(rows(ids.toArray(String[]::new)));
    sink.progress(progress(10_000));

    assertThat(told().subList(0, 10_000))
        .isEqualTo(ids.stream().map(row -> "row gifts " + row).toList());
  }

  @Test
  void nothing_of_a_page_is_read_after_it_was_said() {
    var sink = sinkInto(out);
    var rows = rows("{\"id\":1}", "{\"id\":2}");

    sink.rows(rows);
    Arrays.fill(rows.page().bytes(), (byte) 'x');
    sink.progress(progress(2));

    assertThat(told().subList(0, 2))
        .containsExactly("row gifts {\"id\":1}", "row gifts {\"id\":2}");
  }

  @Test
  void a_page_without_rows_says_nothing() {
    var sink = sinkInto(out);

    sink.rows(rows());
    sink.progress(progress(0));

    assertThat(told()).containsExactly("progress {\"bookmarks\":{\"gifts\":{\"sent\":0}}}");
  }

  @Test
  void the_bytes_of_a_row_are_not_touched() {
    var row =
        "{ \"né\" : \"\u2028 😀 \\u00e9 \\\\ \\\" \\t\" , \"n\":1.50,\"e\":12345678901234567890.12}";
    var sink = sinkInto(out);

    sink.rows(rows(row));
    sink.progress(progress(1));

    assertThat(out.toString(UTF_8)).contains(row);
  }

  @Test
  void every_line_is_one_json_object_that_ends_in_a_line_feed() {
    var sink = sinkInto(out);

    sink.schema(schema());
    sink.rows(rows("{\"id\":1}"));
    sink.progress(progress(1));

    assertThat(out.toString(UTF_8)).endsWith("}\n").doesNotContain("\r").doesNotContain("\n\n");
    assertThat(lines()).allMatch(JsonNode::isObject);
  }

  @Test
  void a_closed_output_is_told_when_a_schema_is_said() {
    var sink = sinkInto(new FullDisk(0));

    assertThatThrownBy(() -> sink.schema(schema())).isInstanceOf(OutputException.class);
  }

  @Test
  void a_closed_output_is_told_when_progress_is_said() {
    var sink = sinkInto(new FullDisk(0));
    sink.rows(rows("{\"id\":1}"));

    assertThatThrownBy(() -> sink.progress(progress(1))).isInstanceOf(OutputException.class);
  }

  @Test
  void a_closed_output_is_told_within_a_large_page() {
    var sink = sinkInto(new FullDisk(0));
    var row = '"' + "7".repeat(1_000_000) + '"';

    assertThatThrownBy(() -> sink.rows(rows(row))).isInstanceOf(OutputException.class);
  }

  @Test
  void no_progress_is_said_after_rows_were_lost() {
    var disk = new FullDisk(100);
    var sink = sinkInto(disk);
    var row = '"' + "7".repeat(1_000_000) + '"';
    assertThatThrownBy(() -> sink.rows(rows(row))).isInstanceOf(OutputException.class);
    disk.makeRoom();

    assertThatThrownBy(() -> sink.progress(progress(1))).isInstanceOf(OutputException.class);

    assertThat(disk.written()).doesNotContain("bookmarks");
  }

  private List<String> told() {
    return lines().stream().map(this::retold).toList();
  }

  private List<JsonNode> lines() {
    return out.toString(UTF_8).lines().map(MAPPER::readTree).toList();
  }

  /** Shows what a sink leaves in the stream that it was given. */
  private static OutputStream buffered(OutputStream stream) {
    return new BufferedOutputStream(stream, 1 << 20);
  }

  private static Message.Schema schema() {
    var id = new Column("id", FieldType.INTEGER);
    return new Message.Schema("gifts", new TableSchema(List.of(id), "id"));
  }

  private static Message.Rows rows(String... rows) {
    var page = Pages.of(Stream.of(rows).map(row -> row.getBytes(UTF_8)).toList());
    return new Message.Rows("gifts", page, NOW);
  }

  private static Message.Progress progress(int sent) {
    var bookmark = JsonNodeFactory.instance.objectNode().put("sent", sent);
    return new Message.Progress(Bookmarks.empty().with("gifts", bookmark));
  }
}
