package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.report.RunReport;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows a run while it lasts. */
@FunctionalInterface
public interface Watch {
  /**
   * Begins to show it.
   *
   * @param quotaLeft requests that are left of the hour, as far as is known
   */
  Shown begin(RunReport report, Supplier<Optional<Long>> quotaLeft);

  /** Shows nothing. */
  static Watch none() {
    return (report, quotaLeft) -> () -> {};
  }

  /** What is seen, until it is closed: the last of it stays. */
  @FunctionalInterface
  interface Shown extends AutoCloseable {
    @Override
    void close();
  }
}
