package io.github.tapvirtuous.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueArrayTest {
  private static final Column CHANNEL = new Column("channel", FieldType.STRING);
  private static final Column POSITION = new Column("position", FieldType.INTEGER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"Mail\",\"Email\"]",
        "{\"list\":[\"Mail\",\"Email\"]}",
        " {\"total\": 2, \"list\": [\"Mail\", \"Email\"]} "
      })
  void gives_a_row_a_value(String reply) {
    var page = render(reply, CHANNEL, POSITION);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"channel\":\"Mail\",\"position\":0}", "{\"channel\":\"Email\",\"position\":1}");
    assertThat(page.textKeys()).containsExactly("\"Mail\"", "\"Email\"");
    assertThat(page.keys()).isEmpty();
    assertThat(page.summary().length()).isEqualTo(2);
    assertThat(page.summary().skippedValues()).isZero();
  }

  @Test
  void skips_nulls_and_repetitions_but_keeps_their_places() {
    var page = render("[null,\"a\",\"b\",\"a\",null,\"a\\u0000\",\"A\",\"c\"]", CHANNEL, POSITION);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"channel\":\"a\",\"position\":1}",
            "{\"channel\":\"b\",\"position\":2}",
            "{\"channel\":\"A\",\"position\":6}",
            "{\"channel\":\"c\",\"position\":7}");
    assertThat(page.summary().length()).isEqualTo(8);
    assertThat(page.summary().skippedValues()).isEqualTo(4);
    assertThat(page.summary().withoutKey()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7                      | \"7\"",
        "1.50                   | \"1.50\"",
        "true                   | \"true\"",
        "\"\"                   | \"\"",
        "\"\\\"\\ud800\"        | \"\\\"\uFFFD\"",
        "{\"name\":\"Mail\"}    | \"{\\\"name\\\":\\\"Mail\\\"}\"",
        "[ ]                    | \"[]\""
      })
  void takes_whatever_is_no_text_as_its_text(String value, String expected) {
    var page = render("[" + value + "]", CHANNEL, POSITION);

    assertThat(Rendering.rows(page))
        .containsExactly("{\"channel\":" + expected + ",\"position\":0}");
  }

  @Test
  void follows_the_columns_of_the_schema() {
    assertThat(Rendering.rows(render("[\"a\"]", CHANNEL))).containsExactly("{\"channel\":\"a\"}");
    assertThat(
            Rendering.rows(
                render("[\"a\"]", POSITION, new Column("other", FieldType.NUMBER), CHANNEL)))
        .containsExactly("{\"position\":0,\"other\":null,\"channel\":\"a\"}");
  }

  @Test
  void is_as_strict_as_a_page_of_rows() {
    assertThatThrownBy(() -> render("[\"a\",]", CHANNEL))
        .isInstanceOf(UnusableReplyException.class);
    assertThatThrownBy(() -> render("\"a\"", CHANNEL)).isInstanceOf(UnusableReplyException.class);
  }

  private static RenderedPage render(String reply, Column... columns) {
    var table = TableMap.named("channel_types").orElseThrow();
    var schema = new TableSchema(List.of(columns), "channel");
    return new PageRenderer(table, schema, Set.of())
        .render(Bytes.of(reply.getBytes(StandardCharsets.UTF_8)));
  }
}
