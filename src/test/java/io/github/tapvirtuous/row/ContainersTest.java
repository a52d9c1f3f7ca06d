package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.row.Findings.Kind.MISMATCHED;
import static io.github.tapvirtuous.table.FieldType.ARRAY;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.OBJECT;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.UnusableReplyException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ContainersTest {
  private static final int VERY_DEEP = 100_000;

  @Test
  void are_copied_without_white_space() {
    assertThat(
            Rendering.value(
                OBJECT, " { \"a\" : [ 1 , [ ] , { } , { \"b\" : null } ] , \"c\" : \" \" } "))
        .isEqualTo("{\"a\":[1,[],{},{\"b\":null}],\"c\":\" \"}");
    assertThat(Rendering.value(ARRAY, "[\n[\n[\ntrue\n,\nfalse\n]\n]\n]"))
        .isEqualTo("[[[true,false]]]");
  }

  @Test
  void hold_texts_that_look_like_brackets() {
    var json = "[\"[\",\"{\",{\":\":\":\",\",\":\",\"},\"}\",\"]\"]";

    assertThat(Rendering.value(ARRAY, json)).isEqualTo(json);
  }

  @Test
  void keep_a_name_that_comes_twice_in_them() {
    assertThat(Rendering.value(OBJECT, "{\"a\":1,\"a\":2}")).isEqualTo("{\"a\":1,\"a\":2}");
  }

  @Test
  void may_name_the_same_in_any_order_and_spelling_again() {
    var first = "{\"\":1,\"é\\n\":{\"\":2,\"\\\"\":3},\"a\":[{\"a\":4},{\"a\":5,\"\":6}]}";
    var turned = "{\"a\":[],\"é\\n\":{\"\\\"\":7,\"\":8},\"\":9}";
    var spelled = first.replace("é", "\\u00e9").replace("\"a\"", "\"\\u0061\" ");
    var page =
        Rendering.ofRows()
            .with("o", OBJECT)
            .render(
                Stream.of(first, turned, first, spelled)
                    .map(object -> "{\"id\":1,\"o\":" + object + "}")
                    .collect(Collectors.joining(",", "[", "]")));

    assertThat(Rendering.rows(page))
        .extracting(row -> row.substring("{\"id\":1,\"o\":".length(), row.length() - 1))
        .containsExactly(first, turned, first, first);
  }

  @Test
  void may_hold_any_number_of_names() {
    var object =
        IntStream.range(0, 10_000)
            .mapToObj(number -> "\"é" + number + "\":{\"" + number + "\":" + number + "}")
            .collect(Collectors.joining(",", "{", "}"));

    assertThat(Rendering.value(OBJECT, object)).isEqualTo(object);
  }

  @Test
  void may_be_500_levels_deep_and_no_deeper() {
    assertThat(Rendering.value(ARRAY, nested(500))).isEqualTo(nested(500));
    assertThat(Rendering.value(ARRAY, nested(501))).isEqualTo(Rendering.MISMATCH);
    assertThat(Rendering.value(OBJECT, "{\"a\":" + nested(499) + "}"))
        .isEqualTo("{\"a\":" + nested(499) + "}");
    assertThat(Rendering.value(OBJECT, "{\"a\":" + nested(500) + "}"))
        .isEqualTo(Rendering.MISMATCH);
  }

  @Test
  void of_a_hundred_thousand_levels_do_no_harm() {
    var deep = nested(VERY_DEEP);
    var page =
        Rendering.ofRows()
            .with("a", ARRAY)
            .with("n", NUMBER)
            .with("s", STRING)
            .render("[{\"id\":1,\"a\":%s,\"n\":%s,\"s\":%s,\"x\":%s}]".replace("%s", deep));

    assertThat(Rendering.rows(page))
        .containsExactly("{\"id\":1,\"a\":null,\"n\":null,\"s\":\"" + deep + "\"}");
    assertThat(page.findings().counts(MISMATCHED)).isEqualTo(Map.of("a", 1, "n", 1));
  }

  @Test
  void of_a_hundred_thousand_levels_are_no_page() {
    assertThat(Rendering.ofRows().render(nested(VERY_DEEP)).summary().withoutKey())
        .containsExactly(0);
    assertThatThrownBy(() -> Rendering.ofRows().render("[".repeat(VERY_DEEP)))
        .isInstanceOf(UnusableReplyException.class);
    assertThatThrownBy(() -> Rendering.ofRows().render("{\"a\":".repeat(VERY_DEEP)))
        .isInstanceOf(UnusableReplyException.class);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }
}
