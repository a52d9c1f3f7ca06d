package io.github.tapvirtuous.testing.airbyte;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Messages that do not go together are found. Each line of the good read has a letter. */
final class ReadRulesTest {
  private static final String TRACE = "{@type@:@TRACE@,@trace@:{@emitted_at@:1772330400000,@type@:";
  private static final String STATUS =
      TRACE + "@STREAM_STATUS@,@stream_status@:{@stream_descriptor@:{@name@:@gifts@},@status@:";
  private static final String RECORD =
      "{@type@:@RECORD@,@record@:{@stream@:@gifts@,@emitted_at@:1772330400000,@data@:";
  private static final String STATE =
      "{@type@:@STATE@,@state@:{@type@:@STREAM@,@stream@:{@stream_descriptor@:{@name@:@gifts@},"
          + "@stream_state@:{@a@:1}},@sourceStats@:{@recordCount@:";

  private static final JsonNode CATALOG =
      json(
          "{@streams@:[{@sync_mode@:@incremental@,@destination_sync_mode@:@append@,@stream@:"
              + "{@name@:@gifts@,@supported_sync_modes@:[@incremental@],@json_schema@:"
              + "{@type@:@object@,@properties@:{@id@:{@type@:@integer@},"
              + "@day@:{@type@:[@null@,@string@],@format@:@date-time@},"
              + "@_ab_cdc_deleted_at@:{@type@:[@null@,@string@]}}}}}]}");

  private static final List<String> LINES =
      List.of(
          "S" + STATUS + "@STARTED@}}}",
          "E" + TRACE + "@ESTIMATE@,@estimate@:{@name@:@gifts@,@type@:@STREAM@,@row_estimate@:2}}}",
          "R" + STATUS + "@RUNNING@}}}",
          "1" + RECORD + "{@id@:1,@day@:null}}}",
          "2" + RECORD + "{@id@:2,@day@:@2026-03-01T02:00:00Z@,@_ab_cdc_deleted_at@:null}}}",
          "A" + STATE + "2.0}}}",
          "D" + RECORD + "{@id@:3,@_ab_cdc_deleted_at@:@2026-03-01T02:00:00Z@}}}",
          "B" + STATE + "1.0}}}",
          "Z" + STATE + "0.0}}}",
          "C" + STATUS + "@COMPLETE@}}}",
          "I" + STATUS + "@INCOMPLETE@}}}",
          "X" + TRACE + "@ERROR@,@error@:{@message@:@No.@,@failure_type@:@system_error@}}}",
          "L{@type@:@LOG@,@log@:{@level@:@INFO@,@message@:@Said.@}}");

  private static JsonNode json(String text) {
    return StrictJson.of(text.replace('@', '"'));
  }

  /** The lines with these letters, in this order. */
  private static String text(String letters) {
    return letters.chars().mapToObj(ReadRulesTest::line).collect(joining());
  }

  private static String line(int letter) {
    var line = LINES.stream().filter(each -> each.charAt(0) == letter).findFirst().orElseThrow();
    return line.substring(1).replace('@', '"') + "\n";
  }

  private static void check(String text, int exitCode) {
    ReadRules.check(AirbyteOutput.of(text), CATALOG, exitCode);
  }

  @ParameterizedTest
  @CsvSource({
    "SZC, 0",
    "SER12ADBC, 0",
    "LSERLRR12ARDBZLCL, 0",
    "SER12AXI, 1",
    "SER12AIX, 1",
    "SXI, 1",
    "IX, 1",
    "X, 2"
  })
  void good_reads_pass(String letters, int exitCode) {
    assertThatCode(() -> check(text(letters), exitCode)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "STARTED comes first, ER12ABCX, 1",
    "STARTED comes first, 12ABC, 0",
    "STARTED comes first, ZSC, 0",
    "STARTED comes once, SSZC, 0",
    "RUNNING comes with the first record, S12AC, 0",
    "every record is counted by a state, SR12C, 0",
    "every record is counted by a state, SR12AD1IX, 1",
    "a state counts the records, SR1A2BC, 0",
    "a state counts the records, SRA12AC, 0",
    "a state counts the records, SR12AAC, 0",
    "a stream that is complete has a state, SC, 0",
    "nothing follows its end, SR12ACD, 0",
    "nothing follows its end, SR12ACZ, 0",
    "nothing follows its end, SR12ACC, 0",
    "nothing follows its end, SZCR, 0",
    "nothing follows its end, SIE, 1",
    "how it ends, SR12A, 0",
    "how it ends, SR12AX, 1",
    "how it ends, SR12AI, 0",
    "told by a TRACE and by the exit code, SZCX, 0",
    "told by a TRACE and by the exit code, SZI, 1"
  })
  void each_fault_is_named(String fault, String letters, int exitCode) {
    assertThatThrownBy(() -> check(text(letters), exitCode))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a stream of the catalog | @stream@:@gifts@            | @stream@:@gift@",
        "a stream of the catalog | {@name@:@gifts@},@stream_st | {@name@:@gift@},@stream_st",
        "a stream of the catalog | {@name@:@gifts@},@status@   | {@name@:@gift@},@status@",
        "a stream of the catalog | {@name@:@gifts@,@type@      | {@name@:@gift@,@type@",
        "drops empty data        | {@id@:1,@day@:null}         | {}",
        "the stream's schema     | @id@:1                      | @id@:@1@",
        "the stream's schema     | @id@:1                      | @id@:null",
        "the stream's schema     | 2026-03-01T02:00:00Z        | 2026-03-01",
        "the stream's columns    | {@id@:1,                    | {@id@:1,@new@:2,",
        "every column            | {@id@:1,@day@:null}         | {@id@:1}",
        "every column            | {@id@:1,@day@:null}         | {@day@:null}",
        "a value is nulled       | @day@:null}                 | @day@:null},@meta@:{@changes@:[{@field@:@id@,@change@:@NULLED@,@reason@:@SOURCE_SERIALIZATION_ERROR@}]}",
        "a change of a column    | @day@:null}                 | @day@:null},@meta@:{@changes@:[{@field@:@no@,@change@:@NULLED@,@reason@:@SOURCE_SERIALIZATION_ERROR@}]}",
      })
  void each_fault_of_a_line_is_named(String fault, String good, String bad) {
    var from = good.replace('@', '"');
    var broken = text("SER12ADBC").replace(from, bad.replace('@', '"'));

    assertThat(text("SER12ADBC")).contains(from);
    assertThatThrownBy(() -> check(broken, 0))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(fault);
  }

  @Test
  void a_time_of_another_kind_than_its_column_names_is_found() {
    var day = "\"format\":\"date-time\"},\"_ab";
    var local = day.replace("}", ",\"airbyte_type\":\"timestamp_without_timezone\"}");
    var output = AirbyteOutput.of(text("SER12AC"));
    var catalog = StrictJson.of(CATALOG.toString().replace(day, local));
    var unknown = StrictJson.of(CATALOG.toString().replace(day, local.replace("without", "near")));

    assertThatThrownBy(() -> ReadRules.check(output, catalog, 0))
        .hasMessageContaining("the time that its column names");
    assertThatThrownBy(() -> ReadRules.check(output, unknown, 0))
        .hasMessageContaining("a type of Airbyte's");
  }

  @Test
  void a_message_of_another_command_is_found() {
    var spec = "{\"type\":\"SPEC\",\"spec\":{\"connectionSpecification\":{}}}\n";

    assertThatThrownBy(() -> check(spec, 0)).hasMessageContaining("a message of a read");
  }

  @Test
  void a_catalog_that_nobody_would_send_is_found() {
    var discovered = json("{@streams@:[{@name@:@gifts@}]}");

    assertThatThrownBy(() -> ReadRules.check(AirbyteOutput.of(""), discovered, 0))
        .hasMessageContaining("a configured catalog");
  }

  @Test
  void a_stream_whose_schema_is_none_is_found() {
    var odd = StrictJson.of(CATALOG.toString().replace("\"object\"", "\"row\""));

    assertThatThrownBy(() -> ReadRules.check(AirbyteOutput.of(""), odd, 1))
        .hasMessageContaining("a schema of draft-07");
  }

  @Test
  void the_beginning_of_a_read_need_not_end_and_is_held_to_all_else() {
    assertThatCode(() -> ReadRules.checkBeginning(AirbyteOutput.of(text("SER1")), CATALOG))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ReadRules.checkBeginning(AirbyteOutput.of(text("SR1A")), CATALOG))
        .hasMessageContaining("a state counts the records");
  }
}
