package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.json.Bytes;
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
   * @param unpacked where it goes, empty at first
   * @param limit of its length
   * @throws BodyCollector.TooLarge beyond it
   */
  static Bytes unpack(Bytes packed, Bytes unpacked, int limit) throws IOException {
    var source = new ByteArrayInputStream(packed.array(), 0, packed.length());
    try (var in = new GZIPInputStream(source, BUFFER)) {
      var buffer = new byte[BUFFER];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (unpacked.length() + length > limit) {
          throw new BodyCollector.TooLarge();
        }
        unpacked.add(ByteBuffer.wrap(buffer, 0, length));
      }
      return unpacked;
    }
  }

  /** What the last four bytes say: of use to choose a buffer, not to be believed. */
  static int announcedLength(Bytes packed, int limit) {
    if (packed.length() < TRAILER) {
      return 0;
    }
    var trailer = ByteBuffer.wrap(packed.array(), packed.length() - TRAILER, TRAILER);
    var length = trailer.order(ByteOrder.LITTLE_ENDIAN).getInt();
    return length < 0 || length > limit ? 0 : length;
  }
}
