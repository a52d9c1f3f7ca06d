package io.github.tapvirtuous.json;

import io.github.tapvirtuous.error.OutputException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Gathers bytes into large writes. After a write that failed it takes no other: a state that
 * follows lost rows would claim them.
 */
public final class OutputBuffer {
  static final int CAPACITY = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[CAPACITY];
  private int used;
  private boolean broken;

  public OutputBuffer(OutputStream out) {
    this.out = out;
  }

  public void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  public void append(byte[] bytes, int start, int end) {
    var length = end - start;
    if (length > CAPACITY - used) {
      drain();
    }
    if (length > CAPACITY) {
      write(bytes, start, length);
    } else {
      System.arraycopy(bytes, start, buffer, used, length);
      used += length;
    }
  }

  /** Leaves nothing behind, here or in the stream. */
  public void flush() {
    drain();
    attempt(out::flush);
  }

  private void drain() {
    write(buffer, 0, used);
    used = 0;
  }

  private void write(byte[] bytes, int start, int length) {
    attempt(() -> out.write(bytes, start, length));
  }

  private void attempt(Writing writing) {
    if (broken) {
      throw new OutputException(new IOException("an earlier write failed"));
    }
    try {
      writing.run();
    } catch (IOException e) {
      broken = true;
      throw new OutputException(e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
