package io.github.tapvirtuous.scan;

/** Notices a server that sends the table's first page whatever it is asked for. */
final class PagingCheck {
  private Keys suspect = Keys.NONE;
  private int lastSkip;
  private int repetitions;
  private boolean works;

  /**
   * Whether two replies to different skips repeated the first page and brought nothing new. A
   * server that ever sent another page is not suspected again.
   */
  boolean isIgnored(ScanReply reply, int fresh) {
    if (reply.skip() == 0 || suspect.isEmpty()) {
      suspect = reply.keys();
      lastSkip = reply.skip();
      return false;
    }
    works |= fresh > 0 || suspect.count() < 2 || !reply.keys().sameAs(suspect);
    if (reply.skip() != lastSkip) {
      repetitions++;
    }
    lastSkip = reply.skip();
    return !works && repetitions == 2;
  }

  /** A page began beyond what was sent: only a server that pages does that. */
  void sawGap() {
    works = true;
  }
}
