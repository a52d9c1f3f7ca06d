package io.github.tapvirtuous.json;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A growing number of bytes in an array on loan. Closed, they are gone for everyone who shares
 * them: who asks too late for the array gets an empty one, and must keep none from before. For one
 * thread at a time.
 */
public final class Bytes implements AutoCloseable {
  private static final byte[] NOTHING = {};

  private final Consumer<byte[]> lender;
  private byte[] array;
  private int length;

  Bytes(Consumer<byte[]> lender, byte[] array) {
    this.lender = lender;
    this.array = array;
  }

  /** None, and no memory. */
  public static Bytes none() {
    return of(NOTHING);
  }

  /** All of this array, which is never lent to anyone else. */
  public static Bytes of(byte[] array) {
    var bytes = new Bytes(own -> {}, array);
    bytes.length = array.length;
    return bytes;
  }

  /** The first {@link #length()} bytes count; what is behind them is left over. */
  public byte[] array() {
    return array;
  }

  public int length() {
    return length;
  }

  /** Makes room for this many bytes in all, and for half as many again as there was room for. */
  public byte[] grow(int capacity) {
    array = Arrays.copyOf(array, Math.max(capacity, array.length + array.length / 2));
    return array;
  }

  public void add(ByteBuffer chunk) {
    var count = chunk.remaining();
    if (array.length - length < count) {
      grow(length + count);
    }
    chunk.get(array, length, count);
    length += count;
  }

  /** An array of just these bytes. */
  public byte[] copy() {
    return Arrays.copyOf(array, length);
  }

  /** Gives the array back; nothing happens the second time. */
  @Override
  public void close() {
    if (array.length > 0) {
      lender.accept(array);
    }
    array = NOTHING;
    length = 0;
  }
}
