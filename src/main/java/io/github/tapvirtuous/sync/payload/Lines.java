package io.github.tapvirtuous.sync.payload;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a text in UTF-8 as bytes, without their ends. */
final class Lines {
  private static final int END = '\n';

  private final BufferedInputStream in;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  static Lines of(byte[] text) {
    return new Lines(new ByteArrayInputStream(text));
  }

  /** Empty behind the last one. */
  Optional<byte[]> next() throws IOException {
    var line = new ByteArrayOutputStream();
    var read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    while (read >= 0 && read != END) {
      line.write(read);
      read = in.read();
    }
    return Optional.of(line.toByteArray());
  }

  /** A line that was read already, and all that follow. */
  byte[] from(byte[] line) throws IOException {
    var text = new ByteArrayOutputStream();
    text.write(line);
    text.write(END);
    in.transferTo(text);
    return text.toByteArray();
  }
}
