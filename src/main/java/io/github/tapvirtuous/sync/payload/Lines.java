package io.github.tapvirtuous.sync.payload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a text in UTF-8 as bytes, without their ends. Java's own readers decode them. */
final class Lines {
  private static final int LINE_END = '\n';

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;

  Lines(InputStream in) {
    this.in = in;
  }

  static Lines of(byte[] text) {
    return new Lines(new ByteArrayInputStream(text));
  }

  /** Empty behind the last one. */
  Optional<byte[]> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    var line = new ByteArrayOutputStream();
    while (fill()) {
      var end = endOfLine();
      line.write(buffer, at, end - at);
      at = end + 1; // beyond what is filled, if the line goes on
      if (end < filled) {
        break;
      }
    }
    return Optional.of(line.toByteArray());
  }

  /** Whether there is more. */
  private boolean fill() throws IOException {
    if (at >= filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return filled > 0;
  }

  private int endOfLine() {
    var end = at;
    while (end < filled && buffer[end] != LINE_END) {
      end++;
    }
    return end;
  }

  /** A line that was read already, and all that follow. */
  byte[] from(byte[] line) throws IOException {
    var text = new ByteArrayOutputStream();
    text.write(line);
    text.write(LINE_END);
    text.write(buffer, Math.min(at, filled), Math.max(0, filled - at));
    in.transferTo(text);
    return text.toByteArray();
  }
}
