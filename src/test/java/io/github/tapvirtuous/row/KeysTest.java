package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.row.Findings.Kind.DROPPED;
import static io.github.tapvirtuous.row.Findings.Kind.MISMATCHED;
import static io.github.tapvirtuous.row.Findings.Kind.REPEATED;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static io.github.tapvirtuous.table.FieldType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
  @Test
  void are_read_from_wherever_they_stand_in_a_row() {
    var page =
        Rendering.ofRows()
            .with("v", STRING)
            .render("[{\"id\":-7},{\"v\":\"x\",\"id\":\"8\"},{\"id\":9223372036854775807}]");

    assertThat(page.keys()).containsExactly(-7, 8, Long.MAX_VALUE);
    assertThat(page.textKeys()).isEmpty();
  }

  @Test
  void that_are_text_come_as_the_json_that_was_written() {
    var page = Rendering.keyedBy(STRING).render("[{\"id\":\"a\\u0000\\\"\"},{\"id\":12}]");

    assertThat(page.textKeys()).containsExactly("\"a\\\"\"", "\"12\"");
    assertThat(page.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"v\":5}",
        "{\"id\":null}",
        "{\"id\":null,\"id\":3}",
        "{\"id\":\"three\"}",
        "{\"id\":3.5}",
        "{\"id\":9223372036854775808}",
        "{\"id\":true}",
        "{\"id\":{\"id\":3}}",
        "{\"Id\":3,\"v\":\"x\"}",
        "null",
        "3",
        "\"text\"",
        "true",
        "[]",
        "[{\"id\":3}]"
      })
  void that_cannot_be_used_leave_no_trace_of_their_row_but_its_place(String element) {
    var page =
        Rendering.ofRows()
            .with("v", NUMBER)
            .render("[{\"id\":1,\"v\":1}," + element + ",{\"id\":5,\"v\":5}," + element + "]");

    assertThat(Rendering.rows(page)).containsExactly("{\"id\":1,\"v\":1}", "{\"id\":5,\"v\":5}");
    assertThat(page.keys()).containsExactly(1, 5);
    assertThat(page.summary().length()).isEqualTo(4);
    assertThat(page.summary().withoutKey()).containsExactly(1, 3);
    assertThat(page.findings().counts(DROPPED)).isEmpty();
    assertThat(page.findings().counts(MISMATCHED)).isEmpty();
    assertThat(page.findings().counts(REPEATED)).isEmpty();
  }

  @Test
  void that_cannot_be_used_leave_the_findings_of_other_rows_alone() {
    var page =
        Rendering.ofRows()
            .with("v", NUMBER)
            .render(
                "[{\"id\":1,\"v\":\"x\"},{\"v\":\"x\",\"w\":1},{\"id\":3,\"v\":\"x\",\"w\":1}]");

    assertThat(page.findings().counts(MISMATCHED)).isEqualTo(Map.of("v", 2));
    assertThat(page.findings().counts(DROPPED)).isEqualTo(Map.of("w", 1));
  }

  @Test
  void never_are_a_time_that_stands_for_none() {
    var page = Rendering.keyedBy(TIMESTAMP).render("[{\"id\":\"\"},{\"id\":\"2024-06-01\"}]");

    assertThat(Rendering.rows(page)).containsExactly("{\"id\":\"2024-06-01T00:00:00Z\"}");
    assertThat(page.summary().withoutKey()).containsExactly(0);
  }

  @Test
  void may_all_be_missing() {
    var page = Rendering.ofRows().render("[{},{},{}]");

    assertThat(page.rows()).isZero();
    assertThat(page.summary().withoutKey()).containsExactly(0, 1, 2);
  }
}
