package io.github.tapvirtuous.sync.scan;

/** A short page that is not the end by its total: one more look at what follows its last row. */
final class SecondLook {
  private static final int NOWHERE = -1;

  private int place = NOWHERE;

  /**
   * Whether this was the second look, and nothing follows.
   *
   * @param next the place to look at
   * @param size is told of a server that sends no more rows than these
   */
  boolean foundNothing(ScanReply reply, int fresh, int next, PageSize size) {
    var second = place == reply.place();
    if (second && (fresh > 0 || (reply.endsInDark() && next > reply.place()))) {
      size.capped(reply.length());
    }
    place = next;
    return second && fresh == 0 && next == reply.place();
  }

  /** Pages are short for other reasons from here on. */
  void forget() {
    place = NOWHERE;
  }
}
