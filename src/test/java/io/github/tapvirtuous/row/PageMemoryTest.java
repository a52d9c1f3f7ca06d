package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.table.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class PageMemoryTest {
  private static final String ROW = "{\"id\":1,\"name\":\"Ann\"}";

  private final PageRenderer renderer = Rendering.ofRows().with("name", STRING).renderer();

  @Test
  void serves_the_next_page_once_a_page_is_closed() {
    var first = page("[" + ROW + "]");
    var memory = first.bytes();
    first.close();
    var second = page("[{\"id\":2}]");

    assertThat(second.bytes()).isSameAs(memory);
    assertThat(Rendering.rows(second)).containsExactly("{\"id\":2,\"name\":null}");
  }

  @Test
  void is_never_shared_by_two_open_pages() {
    var first = page("[" + ROW + "]");
    var part = first.only(new int[0]);
    first.close();
    part.close();
    var second = page("[" + ROW + "]");
    var third = page("[{\"id\":3,\"name\":\"Bob\"}]");

    assertThat(Rendering.rows(second)).containsExactly(ROW);
    assertThat(Rendering.rows(third)).containsExactly("{\"id\":3,\"name\":\"Bob\"}");
  }

  @Test
  void holds_nothing_of_a_closed_page_that_could_be_written_as_another_one() {
    var first = page("[" + ROW + "]");
    first.close();
    page("[{\"id\":2,\"name\":\"Bob\"}]");

    assertThatThrownBy(() -> Rendering.rows(first)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(first.keys()).containsExactly(1);
  }

  @Test
  void is_a_pages_own_and_not_the_replys() {
    var reply = ("[" + ROW + "]").getBytes(StandardCharsets.UTF_8);
    var page = renderer.render(Bytes.of(reply));
    Arrays.fill(reply, (byte) ' ');

    assertThat(Rendering.rows(page)).containsExactly(ROW);
  }

  @Test
  void holds_only_as_much_of_a_reply_as_counts() {
    var reply = Bytes.of(("[" + ROW + "]").getBytes(StandardCharsets.UTF_8));
    reply.grow(100);
    Arrays.fill(reply.array(), reply.length(), reply.array().length, (byte) '}');

    assertThat(Rendering.rows(renderer.render(reply))).containsExactly(ROW);
  }

  /** Of UTF-16 Jackson reads two bytes more than it is told to. */
  @Test
  void holds_only_as_much_as_counts_in_utf_16_too() {
    var rows = Collections.nCopies(1000, ROW);
    var text = "\uFEFF[" + String.join(",", rows) + "]";
    var whole = leftOverBehind(text.getBytes(StandardCharsets.UTF_16LE));
    var cut = text.substring(0, text.length() - 1);

    assertThat(Rendering.rows(renderer.render(whole))).isEqualTo(rows);
    assertThatThrownBy(
            () -> renderer.render(leftOverBehind(cut.getBytes(StandardCharsets.UTF_16LE))))
        .isInstanceOf(UnusableReplyException.class);
  }

  private static Bytes leftOverBehind(byte[] reply) {
    var bytes = Bytes.of(reply);
    var leftOver = "]".repeat(reply.length).getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(leftOver, 0, bytes.grow(2 * reply.length), reply.length, reply.length);
    return bytes;
  }

  @Test
  void of_an_unusable_reply_harms_no_other() {
    var first = page("[" + ROW + "]");
    assertThatThrownBy(() -> page("[" + ROW + ",{\"id\":"))
        .isInstanceOf(UnusableReplyException.class);
    var second = page("[{\"id\":2,\"name\":\"Bob\"}]");

    assertThat(Rendering.rows(first)).containsExactly(ROW);
    assertThat(Rendering.rows(second)).containsExactly("{\"id\":2,\"name\":\"Bob\"}");
  }

  private RenderedPage page(String reply) {
    return renderer.render(Bytes.of(reply.getBytes(StandardCharsets.UTF_8)));
  }
}
