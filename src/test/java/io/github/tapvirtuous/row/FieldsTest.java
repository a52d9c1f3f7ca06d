package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.row.Findings.Kind.DROPPED;
import static io.github.tapvirtuous.row.Findings.Kind.MISMATCHED;
import static io.github.tapvirtuous.row.Findings.Kind.REPEATED;
import static io.github.tapvirtuous.table.FieldType.INTEGER;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.OBJECT;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldsTest {
  private final Rendering gifts = Rendering.ofRows().with("amount", NUMBER).with("notes", STRING);

  @Test
  void come_in_the_order_of_the_reply_and_the_missing_ones_follow_as_null() {
    var page =
        gifts.render(
            """
            [ {"notes": "a", "id": 1, "amount": 2.50},
              {"amount": 3, "id": 2},
              {"id": 3} ]
            """);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"notes\":\"a\",\"id\":1,\"amount\":2.50}",
            "{\"amount\":3,\"id\":2,\"notes\":null}",
            "{\"id\":3,\"amount\":null,\"notes\":null}");
  }

  @Test
  void may_change_their_order_from_row_to_row() {
    var page =
        gifts.render(
            """
            [{"id":1,"amount":1,"notes":"a"},{"notes":"b","amount":2,"id":2},
             {"amount":3,"notes":"c","id":3},{"id":4,"amount":4,"notes":"d"}]
            """);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"id\":1,\"amount\":1,\"notes\":\"a\"}",
            "{\"notes\":\"b\",\"amount\":2,\"id\":2}",
            "{\"amount\":3,\"notes\":\"c\",\"id\":3}",
            "{\"id\":4,\"amount\":4,\"notes\":\"d\"}");
  }

  @Test
  void that_the_schema_lacks_are_left_out_and_counted_by_row_and_name() {
    var page =
        gifts.render(
            """
            [{"new":{"id":9,"list":[1]},"id":1,"amount":1,"notes":"a","newer":[[]]},
             {"id":2,"amount":2,"new":null,"new":1,"notes":"b"}]
            """);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"id\":1,\"amount\":1,\"notes\":\"a\"}", "{\"id\":2,\"amount\":2,\"notes\":\"b\"}");
    assertThat(page.findings().counts(DROPPED)).isEqualTo(Map.of("new", 2, "newer", 1));
    assertThat(page.findings().counts(REPEATED)).isEmpty();
  }

  @Test
  void that_the_user_left_out_are_no_drift() {
    var page =
        gifts
            .without("giftUrl", "custom")
            .render("[{\"giftUrl\":\"/\",\"id\":1,\"custom\":[{\"id\":2}],\"giftUrl\":1,\"x\":1}]");

    assertThat(Rendering.rows(page)).containsExactly("{\"id\":1,\"amount\":null,\"notes\":null}");
    assertThat(page.findings().counts(DROPPED)).isEqualTo(Map.of("x", 1));
    assertThat(page.findings().counts(REPEATED)).isEmpty();
  }

  @Test
  void that_come_twice_count_the_first_time() {
    var page =
        gifts.render(
            """
            [{"id":1,"amount":1,"notes":"a","amount":{"b":2},"amount":3,"id":7},
             {"id":2,"amount":null,"amount":2,"notes":"b"}]
            """);

    assertThat(Rendering.rows(page))
        .containsExactly(
            "{\"id\":1,\"amount\":1,\"notes\":\"a\"}",
            "{\"id\":2,\"amount\":null,\"notes\":\"b\"}");
    assertThat(page.keys()).containsExactly(1, 2);
    assertThat(page.findings().counts(REPEATED)).isEqualTo(Map.of("amount", 2, "id", 1));
    assertThat(page.findings().counts(MISMATCHED)).isEmpty();
  }

  @Test
  void are_the_same_with_and_without_escapes_in_their_names() {
    var page = gifts.render("[{\"\\u0069d\":1,\"am\\u006Funt\":1,\"amount\":2}]");

    assertThat(Rendering.rows(page)).containsExactly("{\"id\":1,\"amount\":1,\"notes\":null}");
    assertThat(page.findings().counts(REPEATED)).isEqualTo(Map.of("amount", 1));
  }

  @Test
  void differ_when_their_names_differ_in_case_or_in_what_is_invisible() {
    var page = gifts.render("[{\"ID\":2,\"id\\u0000\":3,\" id\":4,\"\":5,\"id\":1}]");

    assertThat(page.keys()).containsExactly(1);
    assertThat(page.findings().counts(DROPPED))
        .isEqualTo(Map.of("ID", 1, "id\0", 1, " id", 1, "", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"id\":1,\"\\ud800\":1}]                    | null",
        "[{\"id\":1,\"x\":{\"\\uDC00a\":[1]}}]           | {\"\uFFFDa\":[1]}",
        "[{\"id\":1,\"x\":{\"\\\\\\ud83d\":\"\\ud800\"}}] | {\"\\\\\uFFFD\":\"\uFFFD\"}",
        "[{\"id\":1,\"x\":{\"\\\\ud83d\":1}, \"\\udfff\":2}] | {\"\\\\ud83d\":1}",
        "[{\"id\":1,\"x\":{\"\\ud83d\\ude00\\ude00\":1}}]  | {\"\ud83d\ude00\uFFFD\":1}",
        "{\"\\ud83d\":1,\"list\":[{\"id\":1}]}             | null"
      })
  void with_half_a_character_in_their_names_cost_no_row(String reply, String x) {
    var page = Rendering.ofRows().with("x", OBJECT).render(reply);

    assertThat(Rendering.rows(page)).containsExactly("{\"id\":1,\"x\":" + x + "}");
  }

  @Test
  void may_have_any_name() {
    var page =
        Rendering.ofRows()
            .with("a \"quoted\" name", INTEGER)
            .with("\u540d\u524d", STRING)
            .render("[{\"id\":1,\"\\u540d\u524d\":\"x\",\"a \\\"quoted\\\" name\":2}]");

    assertThat(Rendering.rows(page))
        .containsExactly("{\"id\":1,\"\u540d\u524d\":\"x\",\"a \\\"quoted\\\" name\":2}");
  }

  @Test
  void that_do_not_fit_are_counted_by_row() {
    var page =
        gifts.render(
            "[{\"id\":1,\"amount\":\"x\"},{\"id\":2,\"amount\":{}},{\"id\":3,\"amount\":5}]");

    assertThat(page.findings().counts(MISMATCHED)).isEqualTo(Map.of("amount", 2));
  }

  @Test
  void may_be_a_hundred_thousand_different_ones() {
    var row = new StringBuilder("[{\"id\":1");
    for (int field = 0; field < 100_000; field++) {
      row.append(",\"field").append(field).append("\":").append(field);
    }

    var page = gifts.render(row + ",\"notes\":\"last\"}]");

    assertThat(Rendering.rows(page))
        .containsExactly("{\"id\":1,\"notes\":\"last\",\"amount\":null}");
    assertThat(page.findings().counts(DROPPED)).hasSize(100_000);
  }
}
