package io.github.tapvirtuous.sync.scan;

/** Notices a server that sends the table's first page whatever it is asked for, or has no end. */
final class PagingCheck {
  /** Pages as small as this can repeat because rows came back in front of them. */
  private static final int TELLS_LITTLE = 10;

  private static final int TIMES = 3;
  private static final int AND_MORE = 50;

  private long replies;
  private long enough;
  private Keys suspect = Keys.NONE;
  private int fewest;
  private int lastSkip;
  private int repetitions;
  private boolean works;

  /**
   * Whether two replies to different skips repeated the first page and brought nothing new. A
   * server that ever sent another page is not suspected again.
   */
  boolean isIgnored(ScanReply reply, int fresh) {
    if (reply.place() == 0 || suspect.isEmpty()) {
      suspect = reply.keys();
      fewest = reply.place() == 0 ? 2 : TELLS_LITTLE; // a resumed scan has not seen the first page
      lastSkip = reply.place();
      return false;
    }
    works |= fresh > 0 || suspect.count() < fewest || !reply.keys().sameAs(suspect);
    if (reply.place() != lastSkip) {
      repetitions++;
    }
    lastSkip = reply.place();
    return !works && repetitions == 2;
  }

  /** A page began beyond what was sent: only a server that pages does that. */
  void sawGap() {
    works = true;
  }

  /**
   * Counts a reply, after which the table looks like this.
   *
   * @param withoutKey those of its rows that have none: the way over them is gone at least twice
   * @param perPage rows that a page is expected to hold
   */
  void sawReply(long rows, long withoutKey, int perPage) {
    replies++;
    var step = Math.max(1, perPage - 1);
    var ways = rows + 2 * Math.min(rows, withoutKey);
    enough = Math.max(enough, TIMES * ((ways + step - 1) / step) + AND_MORE);
  }

  /** Whether there were more than any table takes: no scan runs for ever. */
  boolean isEndless() {
    return replies > enough;
  }

  long replies() {
    return replies;
  }

  /** The table is read once more. */
  void countAnew() {
    replies = 0;
  }
}
