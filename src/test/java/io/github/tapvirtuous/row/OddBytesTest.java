package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.table.FieldType.OBJECT;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that are no UTF-8: they cost no row, and never pass for other characters. */
final class OddBytesTest {
  private final Rendering rendering = Rendering.ofRows().with("o", OBJECT).with("s", STRING);

  /** The bytes are given as Latin-1. */
  @ParameterizedTest
  @CsvSource({
    "a\u00C0\u0080b, a\uFFFDb",
    "\u00C0\u00A2, \uFFFD",
    "\u00C1\u0081, \uFFFD",
    "\u00E0\u0080\u00A2, \uFFFD",
    "\u00E0\u009F\u00BF, \uFFFD",
    "\u00F0\u0080\u0080\u00A2, \uFFFD",
    "\u00F0\u008F\u00BF\u00BF, \uFFFD",
    "\u00ED\u00A0\u0080, \uFFFD",
    "\u00ED\u00A0\u00BD\u00ED\u00B8\u0080, \uFFFD\uFFFD",
    "\u00F4\u0090\u0080\u0080, \uFFFD",
    "\u00F7\u00BF\u00BF\u00BF, \uFFFD",
    "\u00FFa, \uFFFDa",
    "a\u0080b, a\uFFFDb",
    "\u00C3a, \uFFFDa",
    "caf\u00E9, caf\uFFFD",
    "\u00E2\u0082x\u00E2\u0082\u00AC, \uFFFD\uFFFDx\u20AC"
  })
  void become_the_mark_of_what_is_no_character(String bytes, String expected) {
    for (int before = 0; before < 9; before++) { // wherever they stand among eight
      var text = "x".repeat(before) + bytes;
      var template =
          "[{\"id\":1,\"o\":{\"T\":\"T\"},\"s\":\"T\",\"T\":3},{\"id\":2,\"s\":\"\u00C3\u00A9\"}]";
      var page = rendering.render(template.replace("T", text).getBytes(ISO_8859_1));

      var shown = "x".repeat(before) + expected;
      assertThat(Rendering.rows(page))
          .containsExactly(
              "{\"id\":1,\"o\":{\"T\":\"T\"},\"s\":\"T\"}".replace("T", shown),
              "{\"id\":2,\"s\":\"\u00E9\",\"o\":null}");
      assertThat(page.findings().counts(Findings.Kind.DROPPED)).containsOnlyKeys(shown);
    }
  }

  @Test
  void leave_other_encodings_alone() {
    var utf16 = "[{\"id\":1,\"s\":\"\u00C0\u00E0@\uF5F5\"}]".getBytes(StandardCharsets.UTF_16LE);

    assertThat(Rendering.rows(rendering.render(utf16)))
        .containsExactly("{\"id\":1,\"s\":\"\u00C0\u00E0@\uF5F5\",\"o\":null}");
  }

  @Test
  void leave_every_true_character_alone() {
    var odd = "[{\"id\":1,\"s\":\"%s\"},{\"id\":2,\"s\":\"\u00C0\u0080\"}]".getBytes(ISO_8859_1);
    var all = new StringBuilder();
    for (int point = 0x80; point <= Character.MAX_CODE_POINT; point += 7) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        all.appendCodePoint(point);
      }
    }
    var reply =
        new String(odd, ISO_8859_1)
            .replace("%s", new String(all.toString().getBytes(UTF_8), ISO_8859_1))
            .getBytes(ISO_8859_1);

    assertThat(Rendering.rows(rendering.render(reply)).get(0).contains(all)).isTrue();
  }
}
