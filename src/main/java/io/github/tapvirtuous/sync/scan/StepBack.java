package io.github.tapvirtuous.sync.scan;

/** How far to go back after rows vanished before the place where the scan stands. */
final class StepBack {
  private long step;

  /** The place to ask from, at least a page before this one unless that is the start. */
  int from(int index, ScanReply reply, long totalBefore) {
    var vanished = reply.hasTotal() ? Math.max(0, totalBefore - reply.tableTotal()) : 0;
    step = step == 0 ? vanished + reply.take() / 2 : step * 2;
    step = Math.max(step, reply.take() - 1);
    var back = index - step;
    return (int) Math.max(0, reply.hasTotal() ? Math.min(back, reply.tableTotal() - 1) : back);
  }

  /** A page joined on again. */
  void reset() {
    step = 0;
  }
}
