package io.github.tapvirtuous.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Its reader goes away after so many writes. */
final class ClosingPipe extends OutputStream {
  private int writesLeft;

  ClosingPipe(int writes) {
    writesLeft = writes;
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    if (writesLeft-- <= 0) {
      throw new IOException("Broken pipe");
    }
  }
}
