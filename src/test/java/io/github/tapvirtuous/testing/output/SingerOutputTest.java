package io.github.tapvirtuous.testing.output;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker of golden output finds what it is for. */
final class SingerOutputTest {
  private static final String GOOD =
      """
      {"type":"STATE","value":{"bookmarks":{}}}
      {"type":"SCHEMA","stream":"gifts","schema":{"type":"object","properties":{"id":{"type":["integer"]},"day":{"type":["null","string"],"format":"date-time"}}},"key_properties":["id"]}
      {"type":"RECORD","stream":"gifts","record":{"id":1,"day":"2026-01-01T00:00:00Z"},"time_extracted":"2026-03-01T02:00:00Z"}
      {"type":"STATE","value":{"bookmarks":{"gifts":{"index":0}}}}
      {"type":"RECORD","stream":"gifts","record":{"id":2,"day":null},"time_extracted":"2026-03-01T02:00:00.123456Z"}
      {"type":"STATE","value":{"bookmarks":{"gifts":{"index":1}}}}
      """;

  private static final String WITH_VERSIONS =
      """
      {"type":"STATE","value":{"bookmarks":{}}}
      {"type":"SCHEMA","stream":"gifts","schema":{"type":"object","properties":{"id":{"type":["integer"]}}},"key_properties":["id"]}
      {"type":"RECORD","stream":"gifts","record":{"id":1},"time_extracted":"2026-03-01T02:00:00Z","version":7}
      {"type":"RECORD","stream":"gifts","record":{"id":2},"time_extracted":"2026-03-01T02:00:00Z","version":7}
      {"type":"ACTIVATE_VERSION","stream":"gifts","version":7}
      {"type":"STATE","value":{"bookmarks":{"gifts":{"complete":true,"version":7}}}}
      """;

  @Test
  void good_output_passes() {
    assertThatCode(() -> check(GOOD)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OUT-2  | {@type@:@RECORD@,@stream@:@gifts@,@record@:{@id@:2 | `\n{@type@:@RECORD@,@stream@:@gifts@,@record@:{@id@:2`",
        "OUT-4  | @RECORD@,@stream@:@gifts@,@record@:{@id@:2 | @record@,@stream@:@gifts@,@record@:{@id@:2",
        "OUT-5  | @RECORD@,@stream@:@gifts@,@record@:{@id@:2 | @BATCH@,@stream@:@gifts@,@record@:{@id@:2",
        "ST-1   | @value@:{@bookmarks@:{}} | @value@:{}",
        "ST-6   | {@gifts@:{@index@:1}} | {}",
        "ST-6   | {@gifts@:{@index@:1}} | {@gifts@:{}}",
        "SCH-1  | @RECORD@,@stream@:@gifts@,@record@:{@id@:2 | @RECORD@,@stream@:@contacts@,@record@:{@id@:2",
        "SCH-2  | @key_properties@:[@id@] | @key_properties@:[]",
        "SCH-3  | @type@:@object@ | @type@:@array@",
        "SCH-4  | @key_properties@:[@id@] | @key_properties@:[@no@]",
        "SCH-4  | @key_properties@:[@id@] | @key_properties@:[@id@],@bookmark_properties@:[]",
        "SCH-4  | @key_properties@:[@id@] | @key_properties@:[@id@],@bookmark_properties@:[@no@]",
        "SCH-5  | [@null@,@string@] | [@string@]",
        "SCH-5  | [@integer@] | [@null@,@integer@]",
        "SCH-6  | @format@: | @maxLength@:3,@format@:",
        "SCH-12 | [@null@,@string@] | [@null@,@text@]",
        "SCH-12 | @id@:1, | @id@:1.0,",
        "REC-2  | @id@:1, | @id@:1.5,",
        "REC-2  | 2026-01-01T00:00:00Z | 2026-01-01",
        "REC-2  | @2026-01-01T00:00:00Z@ | @@",
        "REC-1  | @record@:{@id@:2,@day@:null} | @record@:[2]",
        "REC-3  | @id@:2 | @id@:null",
        "REC-4  | @id@:2,@day@:null | @id@:2",
        "REC-5  | @day@:null | @day@:null,@new@:1",
        "REC-7  | 00.123456Z | 00.1234567Z",
        "REC-8  | @record@:{@id@:2 | @version@:7,@record@:{@id@:2",
        "REC-8  | @record@:{@id@:1 | @version@:7,@record@:{@id@:1",
        "REC-8  | @record@: | @version@:@7@,@record@:",
        "a key comes once | @id@:2 | @id@:1",
      })
  void each_broken_rule_is_named(String rule, String good, String bad) {
    assertNamed(rule, GOOD, good, bad);
  }

  private static void assertNamed(String rule, String output, String good, String bad) {
    var broken = output.replace(good.replace('@', '"'), bad.replace('@', '"'));

    assertThatThrownBy(() -> check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule);
  }

  @Test
  void good_output_with_versions_passes() {
    assertThatCode(() -> check(WITH_VERSIONS)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "REC-8  | {@id@:1},@time_extracted@:@2026-03-01T02:00:00Z@,@version@:7 | {@id@:1},@time_extracted@:@2026-03-01T02:00:00Z@,@version@:8",
        "REC-8  | {@id@:2},@time_extracted@:@2026-03-01T02:00:00Z@,@version@:7 | {@id@:2},@time_extracted@:@2026-03-01T02:00:00Z@",
        "REC-10 | VERSION@,@stream@:@gifts@,@version@:7 | VERSION@,@stream@:@gifts@,@version@:8",
        "REC-10 | VERSION@,@stream@:@gifts@,@version@:7 | VERSION@,@stream@:@gifts@,@version@:@7@",
        "REC-10 | VERSION@,@stream@:@gifts@,@version@:7 | VERSION@,@stream@:@gifts@",
        "REC-10 | @complete@:true | @complete@:false",
        "REC-10 | @complete@:true,@version@:7 | @complete@:true,@version@:6",
        "SCH-1  | VERSION@,@stream@:@gifts@ | VERSION@,@stream@:@contacts@",
      })
  void each_broken_rule_of_versions_is_named(String rule, String good, String bad) {
    assertNamed(rule, WITH_VERSIONS, good, bad);
  }

  @Test
  void nothing_of_a_stream_follows_its_activation() {
    var last =
        WITH_VERSIONS.indexOf("{\"type\":\"RECORD\",\"stream\":\"gifts\",\"record\":{\"id\":2}");
    var activation = WITH_VERSIONS.indexOf("{\"type\":\"ACTIVATE_VERSION\"");
    var state = WITH_VERSIONS.lastIndexOf("{\"type\":\"STATE\"");
    var early =
        WITH_VERSIONS.substring(0, last)
            + WITH_VERSIONS.substring(activation, state)
            + WITH_VERSIONS.substring(state)
            + WITH_VERSIONS.substring(last, activation)
            + WITH_VERSIONS.substring(state);

    assertThatThrownBy(() -> check(early)).hasMessageContaining("REC-10");
  }

  @Test
  void state_comes_first_and_last() {
    var afterFirst = GOOD.indexOf('\n') + 1;
    var beforeLast = GOOD.lastIndexOf("{\"type\":\"STATE\"");

    assertThatThrownBy(() -> check(GOOD.substring(afterFirst))).hasMessageContaining("ST-3");
    assertThatThrownBy(() -> check(GOOD.substring(0, beforeLast))).hasMessageContaining("ST-4");
  }

  @Test
  void a_byte_order_mark_and_half_a_character_are_found() {
    var cut = GOOD.replace("gifts", "gïfts").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> check("\uFEFF" + GOOD)).hasMessageContaining("OUT-3");
    assertThatThrownBy(() -> SingerOutput.check(cut)).hasMessageContaining("OUT-3");
  }

  private static void check(String output) {
    SingerOutput.check(output.getBytes(StandardCharsets.UTF_8));
  }
}
