package io.github.tapvirtuous.virtuous.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.json.Buffers;
import io.github.tapvirtuous.json.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_384, 100_000})
  void unpacks_what_was_packed(int size) throws IOException {
    assertThat(unpacked(packed(size))).isEqualTo(new byte[size]);
  }

  @Test
  void unpacks_two_members_that_follow_each_other() throws IOException {
    var two = new ByteArrayOutputStream();
    two.write(packed(1000));
    two.write(packed(24));

    assertThat(unpacked(two.toByteArray())).hasSize(1024);
  }

  @Test
  void reads_only_as_much_of_an_array_as_counts() throws IOException {
    var longer = new Buffers().lend(10_000);
    longer.add(ByteBuffer.wrap(packed(1000)));
    Arrays.fill(longer.array(), longer.length(), longer.array().length, (byte) 0x1F);

    assertThat(Gzip.announcedLength(longer, 100_000)).isEqualTo(1000);
    assertThat(Gzip.unpack(longer, Bytes.none(), 100_000).copy()).isEqualTo(new byte[1000]);
  }

  @Test
  void stops_at_the_limit() throws IOException {
    var bomb = packed(100_001);

    assertThatThrownBy(() -> unpacked(bomb)).isInstanceOf(BodyCollector.TooLarge.class);
  }

  @Test
  void a_body_that_is_cut_at_any_byte_is_no_body() throws IOException {
    var packed = packed(1000);

    for (int length = 0; length < packed.length; length++) {
      var cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> unpacked(cut)).isInstanceOf(IOException.class);
    }
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    return Gzip.unpack(Bytes.of(packed), Bytes.none(), 100_000).copy();
  }

  private static byte[] packed(int size) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[size]);
    }
    return packed.toByteArray();
  }
}
