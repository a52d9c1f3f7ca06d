package io.github.tapvirtuous.scan;

/** Notices a server that sends the table's first page whatever it is asked for. */
final class PagingCheck {
  private Keys firstPage = Keys.NONE;
  private int lastSkip;
  private int repetitions;
  private boolean works;

  /**
   * Whether two replies to different skips repeated the first page and brought nothing new. A
   * server that ever sent another page is not suspected again, nor is one whose first page was read
   * by an earlier run.
   */
  boolean isIgnored(ScanReply reply, int fresh) {
    if (reply.skip() == 0) {
      firstPage = reply.keys();
      return false;
    }
    works |= fresh > 0 || firstPage.count() < 2 || !reply.keys().sameAs(firstPage);
    if (reply.skip() != lastSkip) {
      repetitions++;
    }
    lastSkip = reply.skip();
    return !works && repetitions == 2;
  }
}
