package io.github.tapvirtuous.standin.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Bodies under {@code Content-Encoding: gzip}. */
public final class Gzip {
  private static final int MEBIBYTE = 1 << 20;

  private Gzip() {}

  public static byte[] garbage() {
    return "This was never zipped.".getBytes(StandardCharsets.UTF_8);
  }

  static StandInReply zipped(StandInReply reply) {
    return reply.with(zip(reply.body(), 0)).with("Content-Encoding", "gzip");
  }

  public static byte[] bomb(int mebibytes) {
    return zip("{\"list\":[".getBytes(StandardCharsets.UTF_8), mebibytes);
  }

  private static byte[] zip(byte[] start, int mebibytesOfBlanks) {
    var blanks = new byte[MEBIBYTE];
    Arrays.fill(blanks, (byte) ' ');
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes, 1 << 14)) {
      zip.write(start);
      for (var i = 0; i < mebibytesOfBlanks; i++) {
        zip.write(blanks);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
