package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that is no message by the protocol is found. */
final class AirbyteOutputTest {
  private static final String GOOD =
      """
      {"type":"LOG","log":{"level":"INFO","message":"Zoë is read"}}
      {"type":"SPEC","spec":{"connectionSpecification":{}}}
      {"type":"CONNECTION_STATUS","connectionStatus":{"status":"FAILED","message":"\\"api_key\\" is wrong"}}
      {"type":"CATALOG","catalog":{"streams":[{"name":"gifts","json_schema":{},"supported_sync_modes":["full_refresh"]}]}}
      {"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1772330400000,"stream_status":{"stream_descriptor":{"name":"gifts"},"status":"STARTED"}}}
      {"type":"TRACE","trace":{"type":"ESTIMATE","emitted_at":1772330400000,"estimate":{"name":"gifts","type":"STREAM","row_estimate":1}}}
      {"type":"RECORD","record":{"stream":"gifts","data":{"id":1},"emitted_at":1772330400000}}
      {"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"gifts"},"stream_state":{"index":1}},"sourceStats":{"recordCount":1.0}}}
      {"type":"TRACE","trace":{"type":"ERROR","emitted_at":1772330400000,"error":{"message":"Try later.","failure_type":"transient_error"}}}
      """;

  @Test
  void good_output_is_taken_apart() {
    var output = AirbyteOutput.of(GOOD);

    assertThat(output.messages()).hasSize(9);
    assertThat(output.logs()).containsExactly("INFO Zoë is read");
    assertThat(output.connectionStatus().path("status").stringValue()).isEqualTo("FAILED");
    assertThat(output.spec().has("connectionSpecification")).isTrue();
    assertThat(output.catalog().path("streams")).hasSize(1);
    assertThat(output.ids("gifts")).containsExactly(1L);
    assertThat(output.ending("gifts")).isEqualTo("STARTED");
    assertThat(output.estimates()).hasSize(1);
    assertThat(output.errors()).hasSize(1);
    assertThat(output.lastStates()).containsExactlyElementsOf(output.states("gifts")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the schema       | @type@:@RECORD@,                      | @type@:@RECORDS@,",
        "the schema       | `,@emitted_at@:1772330400000}}\n{@type@:@STATE@` | `}}\n{@type@:@STATE@`",
        "the schema       | @data@:{@id@:1},@emitted_at@:1772330400000 | @data@:{@id@:1},@emitted_at@:1772330400000.5",
        "the schema       | @data@:{@id@:1}                       | @data@:[1]",
        "the schema       | {@stream_descriptor@:{@name@:@gifts@},@stream_state@ | {@stream_state@",
        "the schema       | @transient_error@                     | @transient@",
        "the schema       | ,@supported_sync_modes@:[@full_refresh@] | ``",
        "the schema       | @supported_sync_modes@:[@full_refresh@] | @supported_sync_modes@:[]",
        "the schema       | @status@:@FAILED@                     | @status@:@GOOD@",
        "the schema       | {@name@:@gifts@},@stream_state@       | {@name@:@gifts@,@namespace@:null},@stream_state@",
        "the schema       | @level@:@INFO@                        | @level@:@NOTICE@",
        "the schema       | @status@:@STARTED@                    | @status@:@DONE@",
        "a type that a source may send | {@type@:@SPEC@,@spec@:{@connectionSpecification@:{}}} | {@type@:@CONTROL@}",
        "the payload      | ,@record@:{@stream@:@gifts@,@data@:{@id@:1},@emitted_at@:1772330400000} | ``",
        "the payload      | ,@spec@:{@connectionSpecification@:{}} | ``",
        "the payload      | @type@:@LOG@,                         | @type@:@LOG@,@spec@:{@connectionSpecification@:{}},",
        "the payload      | @type@:@ERROR@,                       | @type@:@ESTIMATE@,",
        "the payload      | @type@:@STREAM_STATUS@,               | @type@:@ERROR@,",
        "whole milliseconds | @data@:{@id@:1},@emitted_at@:1772330400000 | @data@:{@id@:1},@emitted_at@:1772330400000.0",
        "whole milliseconds | 1772330400000,@error@               | 1772330400000.25,@error@",
        "milliseconds since | @data@:{@id@:1},@emitted_at@:1772330400000 | @data@:{@id@:1},@emitted_at@:1772330400",
        "a state's type   | @type@:@STREAM@,@stream@              | @stream@",
        "a state's type   | @type@:@STREAM@,@stream@              | @type@:@LEGACY@,@stream@",
        "a state of a stream | ,@sourceStats@:{@recordCount@:1.0} | ``",
        "a state of a stream | @stream@:{@stream_descriptor@:{@name@:@gifts@},@stream_state@:{@index@:1}}, | ``",
        "a state says something | @stream_state@:{@index@:1}      | @stream_state@:{}",
        "recordCount      | @recordCount@:1.0                     | @recordCount@:1",
        "recordCount      | {@recordCount@:1.0}                   | {}",
        "who has to act   | ,@failure_type@:@transient_error@     | ``",
        "why              | Try later.                            | ` `",
        "STREAM           | @name@:@gifts@,@type@:@STREAM@        | @name@:@gifts@,@type@:@SYNC@",
        "an estimate      | ,@row_estimate@:1                     | ``",
        "one message a line | {@type@:@LOG@                       | `a stray line\n{@type@:@LOG@`",
        "one message a line | {@type@:@LOG@                       | `\n{@type@:@LOG@`",
        "one message a line | {@type@:@LOG@                       | `7\n{@type@:@LOG@`",
        "one message a line | `}}\n{@type@:@SPEC@` | }}{@type@:@SPEC@",
        "one message a line | @data@:{@id@:1}                     | @data@:{@id@:1,@id@:2}",
        "the last line ends | `later.@,@failure_type@:@transient_error@}}}\n` | later.@,@failure_type@:@transient_error@}}}",
      })
  void each_fault_is_named(String fault, String good, String bad) {
    var broken = replaced(good, bad);

    assertThatThrownBy(() -> AirbyteOutput.of(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(fault);
  }

  private static String replaced(String good, String bad) {
    var from = good.replace('@', '"');
    assertThat(GOOD).contains(from);
    return GOOD.replace(from, bad.replace('@', '"'));
  }

  @Test
  void a_byte_order_mark_and_half_a_character_are_found() {
    var latin = GOOD.getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> AirbyteOutput.of(latin)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> AirbyteOutput.of("\uFEFF" + GOOD)).hasMessageContaining("order mark");
  }

  @Test
  void a_line_of_ten_million_characters_is_found() {
    var tooLong = GOOD.replace("Zoë", "Z".repeat(10_000_000));

    assertThatThrownBy(() -> AirbyteOutput.of(tooLong)).hasMessageContaining("20 million");
  }

  @Test
  void nothing_else_is_taken_for_the_only_message_of_its_type() {
    var twice = AirbyteOutput.of(GOOD + GOOD);

    assertThatThrownBy(twice::spec).hasMessageContaining("the only SPEC");
    assertThatThrownBy(() -> AirbyteOutput.of("").catalog()).hasMessageContaining("CATALOG");
  }

  @Test
  void what_a_kill_has_cut_off_may_be_left_out() {
    var cut = GOOD.substring(0, GOOD.length() - 30);

    assertThat(AirbyteOutput.ofWholeLines(cut).messages()).hasSize(8);
  }
}
