package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.row.Findings.Kind.DROPPED;
import static io.github.tapvirtuous.row.Findings.Kind.MISMATCHED;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChosenRowsTest {
  private final RenderedPage page =
      Rendering.ofRows()
          .with("v", NUMBER)
          .render(
              """
              {"total": 9, "list": [
                {"id":1,"v":"x","new":1}, {"id":2,"v":2}, {}, {"id":3,"v":"x"}, {"id":4,"newer":1}]}
              """);

  @Test
  void keep_their_text_and_their_keys() {
    var some = page.only(new int[] {1, 3});

    assertThat(some.rows()).isEqualTo(2);
    assertThat(Rendering.rows(some)).containsExactly("{\"id\":2,\"v\":2}", "{\"id\":4,\"v\":null}");
    assertThat(some.keys()).containsExactly(2, 4);
  }

  @Test
  void keep_only_their_own_findings() {
    var some = page.only(new int[] {1, 2, 3});

    assertThat(page.findings().counts(MISMATCHED)).isEqualTo(Map.of("v", 2));
    assertThat(page.findings().counts(DROPPED)).isEqualTo(Map.of("new", 1, "newer", 1));
    assertThat(some.findings().counts(MISMATCHED)).isEqualTo(Map.of("v", 1));
    assertThat(some.findings().counts(DROPPED)).isEqualTo(Map.of("newer", 1));
  }

  @Test
  void can_be_chosen_from_again() {
    var some = page.only(new int[] {1, 2, 3}).only(new int[] {1, 2}).only(new int[] {0});

    assertThat(some.keys()).containsExactly(3);
    assertThat(some.findings().counts(MISMATCHED)).isEqualTo(Map.of("v", 1));
    assertThat(some.findings().counts(DROPPED)).isEmpty();
  }

  @Test
  void leave_what_the_reply_said_of_itself() {
    assertThat(page.only(new int[0]).summary()).isEqualTo(page.summary());
    assertThat(page.summary().total()).isEqualTo(9);
    assertThat(page.summary().length()).isEqualTo(5);
  }

  @Test
  void may_be_none_or_all() {
    assertThat(page.only(new int[0]).rows()).isZero();
    assertThat(page.only(new int[0]).findings().counts(DROPPED)).isEmpty();
    assertThat(Rendering.rows(page.only(new int[] {0, 1, 2, 3}))).isEqualTo(Rendering.rows(page));
  }

  @Test
  void keep_keys_that_are_text() {
    var texts = Rendering.keyedBy(STRING).render("[{\"id\":\"a\"},{\"id\":\"b\"}]");

    assertThat(texts.only(new int[] {1}).textKeys()).containsExactly("\"b\"");
    assertThat(texts.only(new int[] {1}).keys()).isEmpty();
  }
}
