package io.github.tapvirtuous.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes some bytes, then fails until there is room again. */
final class FullDisk extends OutputStream {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int room;

  FullDisk(int room) {
    this.room = room;
  }

  @Override
  public void write(int value) throws IOException {
    if (room == 0) {
      throw new IOException("No space left on device");
    }
    room--;
    written.write(value);
  }

  void makeRoom() {
    room = Integer.MAX_VALUE;
  }

  String written() {
    return written.toString(UTF_8);
  }
}
