package io.github.tapvirtuous.sync.scan;

import java.util.stream.IntStream;

/** What has been sent so far, in the form that tells whether a page joins on to it. */
sealed interface Boundary {
  /** Whether a key shows that no row can have slipped between the pages before and this one. */
  boolean joins(ScanReply reply);

  /** The rows of the page that were not sent yet, which now count as sent. */
  int[] take(ScanReply reply);

  /** Rows are in ascending order: the last key sent says it all. */
  final class LastKey implements Boundary {
    private long lastKey;
    private boolean empty;

    LastKey() {
      empty = true;
    }

    LastKey(long lastKey) {
      this.lastKey = lastKey;
    }

    long lastKey() {
      return lastKey;
    }

    @Override
    public boolean joins(ScanReply reply) {
      return !empty && !reply.keys().isEmpty() && reply.keys().first() <= lastKey;
    }

    @Override
    public int[] take(ScanReply reply) {
      var keys = reply.keys();
      var first = 0;
      while (!empty && first < keys.count() && keys.at(first) <= lastKey) {
        first++;
      }
      if (first < keys.count()) {
        lastKey = keys.last();
        empty = false;
      }
      return IntStream.range(first, keys.count()).toArray();
    }
  }

  /** Rows are in no order: every key sent is kept. Memory grows with the table. */
  final class KeySet implements Boundary {
    private final LongSet sent = new LongSet();

    @Override
    public boolean joins(ScanReply reply) {
      return !reply.keys().isEmpty() && sent.contains(reply.keys().first());
    }

    @Override
    public int[] take(ScanReply reply) {
      var keys = reply.keys();
      return IntStream.range(0, keys.count()).filter(row -> sent.add(keys.at(row))).toArray();
    }
  }
}
