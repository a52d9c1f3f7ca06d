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

final class EnvelopeTest {
  private static final long[] ONE_AND_TWO = {1, 2};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"list\":[{\"id\":1},{\"id\":2}],\"total\":2}",
        "{\"total\":2,\"list\":[{\"id\":1},{\"id\":2}]}",
        " \r\n\t{ \"list\" : [ { \"id\" : 1 } , { \"id\" : 2 } ] , \"total\" : 2 } \n ",
        "\uFEFF{\"list\":[{\"id\":1},{\"id\":2}],\"total\":2}",
        "{\"next\":{\"list\":[{\"id\":3}],\"total\":9},\"l\\u0069st\":[{\"id\":1},{\"id\":2}],"
            + "\"page\":[[3]],\"total\":2,\"more\":null}"
      })
  void holds_a_list_and_a_total_with_whatever_around_them(String reply) {
    var page = Rendering.ofRows().render(reply);

    assertThat(page.keys()).isEqualTo(ONE_AND_TWO);
    assertThat(page.summary().length()).isEqualTo(2);
    assertThat(page.summary().total()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"id\":1},{\"id\":2}]", "\uFEFF [ {\"id\":1} , {\"id\":2} ] \n"})
  void may_be_no_more_than_an_array(String reply) {
    var page = Rendering.ofRows().render(reply);

    assertThat(page.keys()).isEqualTo(ONE_AND_TWO);
    assertThat(page.summary().total()).isEqualTo(RenderedPage.Summary.UNKNOWN_TOTAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"list\":[]}", "{\"list\":[],\"total\":0}"})
  void may_be_empty(String reply) {
    var page = Rendering.ofRows().render(reply);

    assertThat(page.rows()).isZero();
    assertThat(page.keys()).isEmpty();
    assertThat(page.summary().length()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0                    | 0",
        "7.0                  | 7",
        "5e2                  | 500",
        "9223372036854775807  | 9223372036854775807",
        "9223372036854775807.0| 9223372036854775807",
        "9223372036854775808  | -1",
        "1e999999999          | -1",
        "7.5                  | -1",
        "-1                   | -1",
        "-5                   | -1",
        "\"7\"                | -1",
        "null                 | -1",
        "true                 | -1",
        "[7]                  | -1",
        "{\"total\":7}        | -1"
      })
  void has_a_total_only_if_that_counts_rows(String total, long expected) {
    var page = Rendering.ofRows().render("{\"list\":[{\"id\":1}],\"total\":" + total + "}");

    assertThat(page.summary().total()).isEqualTo(expected);
    assertThat(page.rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                     | the reply is empty",
        "` \n `                                 | the reply is empty",
        "7                                      | the reply is neither an object nor an array",
        "\"text\"                               | the reply is neither an object nor an array",
        "null                                   | the reply is neither an object nor an array",
        "{}                                     | the reply has no \"list\"",
        "{\"message\":\"list\"}                 | the reply has no \"list\"",
        "{\"data\":{\"list\":[]}}               | the reply has no \"list\"",
        "{\"list\":null}                        | the reply's \"list\" is not one array",
        "{\"list\":{}}                          | the reply's \"list\" is not one array",
        "{\"list\":\"\"}                        | the reply's \"list\" is not one array",
        "{\"list\":[],\"list\":[]}              | the reply's \"list\" is not one array",
        "{\"list\":[],\"list\":null}            | the reply's \"list\" is not one array",
        "[] []                                  | something follows the JSON of the reply",
        "`[]\n{}`                               | something follows the JSON of the reply",
        "{\"list\":[]} null                    | something follows the JSON of the reply",
        "[]x                                    | the reply is not whole JSON at byte 2",
        "[{\"id\":1},]                          | the reply is not whole JSON at byte 10",
        "{\"list\":[],}                         | the reply is not whole JSON at byte 11",
        "[{\"id\":1}{\"id\":2}]                 | the reply is not whole JSON at byte 9",
        "[{\"id\":01}]                          | the reply is not whole JSON at byte 8",
        "[{\"id\":NaN}]                         | the reply is not whole JSON at byte 10",
        "[{'id':1}]                             | the reply is not whole JSON at byte 2",
        "<html>                                 | the reply is not whole JSON at byte 0",
      })
  void of_any_other_shape_is_unusable(String reply, String reason) {
    assertThatThrownBy(() -> Rendering.ofRows().render(reply))
        .isInstanceOf(UnusableReplyException.class)
        .hasMessage(reason);
  }

  @Test
  void that_is_broken_is_never_quoted() {
    for (var secret : new String[] {"\"Jane", "Jane", "{\"Jane\":Jane}", "{Jane", "\"Ja\\ne\"x"}) {
      assertThatThrownBy(() -> Rendering.ofRows().render("[{\"id\":1,\"Jane\":" + secret))
          .isInstanceOf(UnusableReplyException.class)
          .hasNoCause()
          .hasMessageNotContaining("Jane");
    }
  }

  @Test
  void a_row_that_comes_alone_has_nothing_around_it() {
    var table = TableMap.named("gifts").orElseThrow().alone(7);
    var schema = new TableSchema(List.of(new Column("id", FieldType.INTEGER)), "id");
    var reply = Bytes.of("{\"id\":7,\"list\":[{\"id\":8}]}".getBytes(StandardCharsets.UTF_8));

    var page = new PageRenderer(table, schema, Set.of("list")).render(reply);

    assertThat(page.keys()).containsExactly(7);
    assertThat(page.findings().counts(Findings.Kind.DROPPED)).isEmpty();
  }
}
