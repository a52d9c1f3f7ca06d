package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.report.RunReport;
import java.util.function.Supplier;

/** Shows a run while it lasts. */
@FunctionalInterface
public interface Watch {
  /**
   * Begins to show it.
   *
   * @param quota what is left of the hour by now
   */
  Shown begin(RunReport report, Supplier<HourlyQuota> quota);

  /** Shows nothing. */
  static Watch none() {
    return (report, quota) -> () -> {};
  }

  /** What is seen, until it is closed: the last of it stays. */
  @FunctionalInterface
  interface Shown extends AutoCloseable {
    @Override
    void close();
  }
}
