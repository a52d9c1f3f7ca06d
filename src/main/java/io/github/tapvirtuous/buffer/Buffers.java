package io.github.tapvirtuous.buffer;

import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Lends arrays, and keeps what is given back for the next one: however long a table is, it takes as
 * many arrays as pages are in work at a time. Thread-safe.
 */
public final class Buffers {
  /** Larger ones are rare: they are not kept for the rest of the run. */
  private static final int LARGEST_KEPT = 8 << 20;

  private final ConcurrentLinkedDeque<byte[]> kept = new ConcurrentLinkedDeque<>();

  /** No bytes yet, and room for this many. */
  public Bytes lend(int capacity) {
    var array = kept.poll();
    return new Bytes(
        this::takeBack, array == null || array.length < capacity ? withRoom(capacity) : array);
  }

  /** Pages differ in length: an eighth more serves most of them. */
  private static byte[] withRoom(int capacity) {
    return new byte[capacity + capacity / 8];
  }

  private void takeBack(byte[] array) {
    if (array.length <= LARGEST_KEPT) {
      kept.push(array);
    }
  }
}
