package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.table.FieldType.ARRAY;
import static io.github.tapvirtuous.table.FieldType.OBJECT;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StringsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain                    | plain",
        "\\\" \\\\ \\/            | \\\" \\\\ /",
        "\\b\\f\\n\\r\\t          | \\b\\f\\n\\r\\t",
        "\\u0001\\u001F\\u007f    | \\u0001\\u001f\u007f",
        "\\u000a\\u0022\\u005C    | \\n\\\"\\\\",
        "\\u0041\\u00e9\\u20AC    | A\u00e9\u20ac",
        "\u00e9\u20ac\uD83D\uDE00 | \u00e9\u20ac\uD83D\uDE00",
        "\\ud83d\\uDE00           | \uD83D\uDE00",
        "a\\u2028b\u2028c         | a\u2028b\u2028c",
        "\uFFFD\uFFFE\uFFFF       | \uFFFD\uFFFE\uFFFF",
        "\\u0000                  | ``",
        "a\\u0000b\\u0000\\u0000c | abc",
        "\\uD800                  | \uFFFD",
        "a\\uDFFFb                | a\uFFFDb",
        "\\uDE00\\uD83D           | \uFFFD\uFFFD",
        "\\uD83D\\uD83D\\uDE00    | \uFFFD\uD83D\uDE00",
        "\\uD83D\\u0000\\uDE00    | \uFFFD\uFFFD",
        "\\uD83Dn                 | \uFFFDn",
      })
  @Rule({"OUT-7", "OUT-8"})
  void keep_what_they_say_but_for_what_targets_die_of(String given, String expected) {
    assertThat(Rendering.value(STRING, '"' + given + '"')).isEqualTo('"' + expected + '"');
    assertThat(Rendering.value(ARRAY, "[[\"" + given + "\"]]"))
        .isEqualTo("[[\"" + expected + "\"]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain                    | plain",
        "\\\" \\\\ \\n               | \\\" \\\\ \\n",
        "\\ud83d\\uDE00\u20ac     | \uD83D\uDE00\u20ac",
        "\\u0000                  | ``",
        "a\\u0000b\\u0000\\u0000c | abc",
      })
  @Rule({"OUT-7", "OUT-8"})
  void are_clean_as_names_too(String given, String expected) {
    assertThat(Rendering.value(OBJECT, "{\"x" + given + "\":{\"" + given + "\":1}}"))
        .isEqualTo("{\"x" + expected + "\":{\"" + expected + "\":1}}");
  }

  @Test
  @Rule({"OUT-7", "OUT-8"})
  void inside_json_text_are_clean_too() {
    assertThat(Rendering.value(STRING, "{\"a\\u0000\":\"b\\u0000\\ud800\\n\\\"\"}"))
        .isEqualTo("\"{\\\"a\\\":\\\"b\uFFFD\\\\n\\\\\\\"\\\"}\"");
  }

  @Test
  @Rule("OUT-11")
  void take_every_character_that_unicode_has() {
    var all =
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            .filter(point -> point >= ' ' && point != '"' && point != '\\')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    assertThat(Rendering.value(STRING, '"' + all + '"').equals('"' + all + '"')).isTrue();
  }

  @Test
  void of_ten_megabytes_pass() {
    var text = "Thank you! \u20ac ".repeat(700_000);

    assertThat(Rendering.value(STRING, '"' + text + '"').equals('"' + text + '"')).isTrue();
    assertThat(Rendering.value(ARRAY, "[\"" + text + "\"]").equals("[\"" + text + "\"]")).isTrue();
    assertThat(Rendering.value(STRING, '"' + "\\u0001".repeat(1_700_000) + '"'))
        .hasSize(2 + 6 * 1_700_000);
  }
}
