package io.github.tapvirtuous.airbyte;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.MessagePortContract;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.Pages;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AirbyteMessagesTest extends MessagePortContract {
  private static final String DELETED_AT = "_ab_cdc_deleted_at";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Override
  protected MessagePort portInto(OutputStream stream) {
    return port(stream, "{\"streams\":[]}");
  }

  private static MessagePort port(OutputStream stream, String catalog) {
    var output = new AirbyteOutput(stream);
    var configured = ConfiguredCatalog.of(new JsonMapper().readTree(catalog));
    return new AirbyteMessages(output, new StreamStatuses(output, CLOCK), configured, CLOCK);
  }

  @Override
  protected Stream<String> retold(JsonNode line) {
    return switch (line.path("type").asString()) {
      case "RECORD" -> Stream.of(row(line.path("record")));
      case "STATE" -> Stream.of(checkpoint(line.at("/state/stream")));
      case "TRACE" -> started(line.at("/trace/stream_status"));
      default -> Stream.of("unknown " + line);
    };
  }

  private static Stream<String> started(JsonNode status) {
    return Stream.of("started " + name(status))
        .filter(any -> status.path("status").asString().equals("STARTED"));
  }

  private static String checkpoint(JsonNode stream) {
    return "checkpoint " + name(stream) + " " + stream.path("stream_state");
  }

  private static String row(JsonNode record) {
    var stream = record.path("stream").asString();
    var data = record.path("data");
    return data.has(DELETED_AT)
        ? "deleted " + stream + " " + data.path("id") + " at " + data.path(DELETED_AT).asString()
        : "row " + stream + " " + data;
  }

  private static String name(JsonNode described) {
    return described.at("/stream_descriptor/name").asString();
  }

  @Test
  void a_record_says_when_its_reply_arrived_in_milliseconds() {
    var port = portInto(out);

    port.rows("gifts", page("{\"id\":1}"), Instant.ofEpochMilli(1234), RowVersion.NONE);
    port.checkpoint("gifts", Checkpoint.empty(), 1);

    assertThat(lines())
        .contains(
            "{\"type\":\"RECORD\",\"record\":"
                + "{\"stream\":\"gifts\",\"data\":{\"id\":1},\"emitted_at\":1234}}");
  }

  @Test
  void a_state_counts_the_records_since_the_last_with_a_decimal_point() {
    var port = portInto(out);

    port.rows("gifts", page("{\"id\":1}", "{\"id\":2}"), NOW, RowVersion.NONE);
    port.deleted("gifts", keys(3), NOW, RowVersion.NONE);
    port.rows("contacts", page("{\"id\":1}"), NOW, RowVersion.NONE);
    port.checkpoint("gifts", Checkpoint.empty(), 7);
    port.checkpoint("gifts", Checkpoint.empty(), 7);

    assertThat(lines()).filteredOn(line -> line.contains("STATE")).hasSize(2);
    assertThat(lines())
        .filteredOn(line -> line.contains("sourceStats"))
        .first()
        .asString()
        .endsWith("\"sourceStats\":{\"recordCount\":3.0}}}");
    assertThat(out.toString(UTF_8)).endsWith("\"sourceStats\":{\"recordCount\":0.0}}}\n");
  }

  @Test
  void a_stream_starts_runs_and_completes_once() {
    var port = portInto(out);

    port.started("gifts", schema("id"));
    port.rows("gifts", page("{\"id\":1}"), NOW, RowVersion.NONE);
    port.rows("gifts", page("{\"id\":2}"), NOW, RowVersion.NONE);
    port.finished("gifts", Outcome.UNVERIFIED);

    assertThat(statuses()).containsExactly("STARTED", "RUNNING", "COMPLETE");
  }

  @Test
  void a_stream_that_did_not_bring_every_row_is_incomplete() {
    var port = portInto(out);

    port.finished("gifts", Outcome.UNFINISHED);

    assertThat(statuses()).containsExactly("INCOMPLETE");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00.1234567Z, 2026-03-01T12:00:00.123456Z",
    "2026-03-01T11:59:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T09:00:00Z, 2026-03-01T09:05:00Z",
  })
  void what_is_gone_has_a_cursor_above_that_of_the_row_though_a_clock_was_slow(
      Instant at, String cursor) {
    var port =
        port(
            out,
            """
            {"streams":[{"stream":{"name":"gifts","json_schema":{"properties":{
              "id":{"type":"integer"},"modifiedDateTimeUtc":{"type":"string"}}}},
              "sync_mode":"incremental"}]}""");

    port.deleted("gifts", keys(7), at, RowVersion.NONE);

    assertThat(out.toString(UTF_8))
        .contains(
            "\"data\":{\"id\":7,\"modifiedDateTimeUtc\":\"%s\",\"_ab_cdc_deleted_at\":\"%s\"}"
                .formatted(cursor, at.truncatedTo(ChronoUnit.MICROS)));
  }

  @Test
  void what_is_gone_is_emitted_after_the_rows_that_are_said_before() {
    var port = portInto(out);

    port.deleted("gifts", keys(7), NOW.minusSeconds(60), RowVersion.NONE);

    assertThat(out.toString(UTF_8)).contains("\"emitted_at\":" + NOW.toEpochMilli() + "}}");
  }

  @Test
  void versions_are_not_told() {
    var port = portInto(out);

    port.rows("gifts", page("{\"id\":1}"), NOW, new RowVersion(7));
    port.superseded("gifts", new RowVersion(7));
    port.checkpoint("gifts", Checkpoint.empty(), 1);

    assertThat(out.toString(UTF_8)).doesNotContain("version");
  }

  @Test
  void parts_of_rows_never_leave() {
    var port = portInto(out);
    port.started("gifts", schema("id", "amount"));

    assertThatThrownBy(() -> port.started("gifts", schema("id")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("only parts of rows");
  }

  @Test
  void rows_may_gain_columns_on_their_way() {
    var port = portInto(out);
    port.started("gifts", schema("id"));

    port.started("gifts", schema("id", "amount"));

    assertThat(statuses()).containsExactly("STARTED");
  }

  @Test
  void a_state_is_of_the_generation_that_is_wanted() {
    var port = port(out, "{\"streams\":[{\"stream\":{\"name\":\"gifts\"},\"generation_id\":4}]}");

    port.checkpoint("gifts", Checkpoint.empty(), 0);

    assertThat(out.toString(UTF_8)).contains("\"stream_state\":{\"generation_id\":4}");
  }

  @Test
  void a_state_says_which_sync_came_there() {
    var port =
        port(
            out,
            "{\"streams\":[{\"stream\":{\"name\":\"gifts\"},\"generation_id\":4,\"sync_id\":9}]}");

    port.checkpoint("gifts", Checkpoint.empty(), 0);

    assertThat(out.toString(UTF_8))
        .contains("\"stream_state\":{\"generation_id\":4,\"sync_id\":9}");
  }

  @Test
  void a_stream_that_an_earlier_attempt_has_brought_is_complete_without_a_row() {
    var port = (AirbyteMessages) portInto(out);
    var gifts = SelectedStream.of(TableMap.named("gifts").orElseThrow(), schema("id"));

    port.isDone(gifts, Checkpoint.empty());

    assertThat(statuses()).containsExactly("STARTED", "COMPLETE");
    assertThat(out.toString(UTF_8)).contains("\"recordCount\":0.0").doesNotContain("RECORD");
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  private List<String> statuses() {
    return lines().stream()
        .map(line -> new JsonMapper().readTree(line).at("/trace/stream_status/status").asString(""))
        .filter(status -> !status.isEmpty())
        .toList();
  }

  private static io.github.tapvirtuous.row.RenderedPage page(String... rows) {
    return Pages.of(Stream.of(rows).map(row -> row.getBytes(UTF_8)).toList());
  }

  private static RowKeys keys(long key) {
    return new RowKeys(new Column("id", FieldType.INTEGER), List.of(key));
  }

  private static TableSchema schema(String... columns) {
    return new TableSchema(
        Stream.of(columns).map(name -> new Column(name, FieldType.INTEGER)).toList(), "id");
  }
}
