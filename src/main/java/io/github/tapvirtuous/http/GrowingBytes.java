package io.github.tapvirtuous.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that grow; not copied at the end when their number was known before. */
final class GrowingBytes {
  private static final int SMALLEST = 8 * 1024;

  private byte[] bytes;
  private int size;

  GrowingBytes(int expected) {
    this.bytes = new byte[expected];
  }

  int size() {
    return size;
  }

  void add(ByteBuffer chunk) {
    var length = chunk.remaining();
    ensureRoomFor(length);
    chunk.get(bytes, size, length);
    size += length;
  }

  private void ensureRoomFor(int length) {
    if (bytes.length - size < length) {
      var larger = Math.max(Math.max(bytes.length * 2, size + length), SMALLEST);
      bytes = Arrays.copyOf(bytes, larger);
    }
  }

  byte[] toArray() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
