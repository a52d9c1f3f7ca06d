package io.github.tapvirtuous.json;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Lends arrays, and keeps what is given back for the next one: however long a table is, it takes as
 * many arrays as pages are in work at a time. Thread-safe.
 */
public final class Buffers {
  /** Larger ones are rare: they are not kept for the rest of the run. */
  private static final int LARGEST_KEPT = 8 << 20;

  /** Softly: before Java runs out of memory, it takes these. */
  private final ConcurrentLinkedDeque<SoftReference<byte[]>> kept = new ConcurrentLinkedDeque<>();

  /** No bytes yet, and room for this many. */
  public Bytes lend(int capacity) {
    var array = Optional.ofNullable(kept.poll()).map(SoftReference::get);
    return new Bytes(
        this::takeBack,
        array.filter(own -> own.length >= capacity).orElseGet(() -> withRoom(capacity)));
  }

  /** Pages differ in length: an eighth more serves most of them. */
  private static byte[] withRoom(int capacity) {
    return new byte[capacity + capacity / 8];
  }

  private void takeBack(byte[] array) {
    if (array.length <= LARGEST_KEPT) {
      kept.push(new SoftReference<>(array));
    }
  }
}
