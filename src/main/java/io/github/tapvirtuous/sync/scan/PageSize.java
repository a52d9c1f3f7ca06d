package io.github.tapvirtuous.sync.scan;

/**
 * How many rows to ask for, and how many to expect: heavy pages and servers with a cap of their
 * own.
 */
final class PageSize {
  private static final int GOOD_PAGES_BEFORE_DOUBLING = 20;

  /** Pages overlap by one row: with fewer than two, a scan would stand still. */
  private static final int SMALLEST_USEFUL = 2;

  private final int configured;
  private int current;
  private int cap = Integer.MAX_VALUE;
  private int goodPages;

  PageSize(int configured) {
    this.configured = configured;
    this.current = configured;
  }

  /** Rows to ask for. */
  int asked() {
    return current;
  }

  /** Rows that a page holds which is not the last. */
  int expected() {
    return Math.min(current, cap);
  }

  /** Whether a page is too short to have another one behind it. */
  boolean isShort(ScanReply reply) {
    return reply.length() < Math.min(reply.take(), cap);
  }

  /** A page arrived; smaller than asked for at first, if it was a heavy one. */
  void arrived(ScanReply reply) {
    if (reply.length() > cap) {
      cap = reply.length();
    }
    if (reply.wasHeavy()) {
      current = Math.min(current, reply.take());
      goodPages = 0;
    } else if (current < configured
        && reply.take() >= current // one that was on its way before the last doubling proves little
        && ++goodPages == GOOD_PAGES_BEFORE_DOUBLING) {
      current = Math.min(configured, current * 2);
      goodPages = 0;
    }
  }

  /** The server sends no more rows than these, whatever it is asked for. */
  void capped(int length) {
    cap = Math.max(length, SMALLEST_USEFUL);
  }
}
