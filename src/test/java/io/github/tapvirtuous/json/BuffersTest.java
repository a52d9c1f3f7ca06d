package io.github.tapvirtuous.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class BuffersTest {
  private static final int MEGABYTE = 1 << 20;

  private final Buffers buffers = new Buffers();

  @Test
  void lend_again_what_was_given_back() {
    var first = buffers.lend(100);
    var array = first.array();
    first.close();

    assertThat(buffers.lend(90).array()).isSameAs(array);
    assertThat(buffers.lend(90).array()).isNotSameAs(array);
  }

  @Test
  void lend_no_array_to_two_even_when_it_was_given_back_twice() {
    var first = buffers.lend(100);
    first.close();
    first.close();

    assertThat(buffers.lend(100).array()).isNotSameAs(buffers.lend(100).array());
  }

  @Test
  void lend_no_array_that_is_too_short() {
    buffers.lend(100).close();

    assertThat(buffers.lend(1000).array().length).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void lend_bytes_that_begin_anew() {
    var first = buffers.lend(3);
    first.add(chunk(1, 2, 3));
    first.close();
    var second = buffers.lend(2);
    second.add(chunk(7));

    assertThat(second.copy()).containsExactly(7);
  }

  @Test
  void do_not_keep_what_a_huge_page_took() {
    var huge = buffers.lend(9 * MEGABYTE);
    var array = huge.array();
    huge.close();

    assertThat(buffers.lend(9 * MEGABYTE).array()).isNotSameAs(array);
  }

  @Test
  void closed_bytes_are_empty() {
    var bytes = buffers.lend(3);
    bytes.add(chunk(1, 2, 3));
    bytes.close();

    assertThat(bytes.length()).isZero();
    assertThat(bytes.array()).isEmpty();
  }

  @Test
  void bytes_grow_and_keep_what_they_hold() {
    var bytes = Bytes.of(new byte[] {1, 2});
    bytes.add(chunk(3));
    bytes.add(chunk(4, 5, 6, 7));

    assertThat(bytes.copy()).containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  private static ByteBuffer chunk(int... bytes) {
    var chunk = ByteBuffer.allocate(bytes.length);
    for (var each : bytes) {
      chunk.put((byte) each);
    }
    return chunk.flip();
  }
}
