package io.github.tapvirtuous.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, but not bombs. */
final class Gzip {
  private static final int BUFFER = 16 * 1024;
  private static final int TRAILER = 4;

  private Gzip() {}

  /**
   * The whole content.
   *
   * @param limit of its size
   * @throws ReplyTooLargeException beyond it
   */
  static byte[] unpack(byte[] packed, int limit) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER)) {
      var unpacked = new GrowingBytes(announcedSize(packed, limit));
      var buffer = new byte[BUFFER];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (unpacked.size() + length > limit) {
          throw new ReplyTooLargeException();
        }
        unpacked.add(ByteBuffer.wrap(buffer, 0, length));
      }
      return unpacked.toArray();
    }
  }

  /** The last four bytes: of use to choose a buffer, not to be believed. */
  private static int announcedSize(byte[] packed, int limit) {
    if (packed.length < TRAILER) {
      return 0;
    }
    var trailer = ByteBuffer.wrap(packed, packed.length - TRAILER, TRAILER);
    var size = trailer.order(ByteOrder.LITTLE_ENDIAN).getInt();
    return size < 0 || size > limit ? 0 : size;
  }
}
