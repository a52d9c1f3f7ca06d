package io.github.tapvirtuous.cli.report;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a run ended.
 *
 * @param exitCode empty where a signal ends it of which Java does not tell which one it is
 * @param reasons why not every row came
 */
record RunEnd(Instant startedAt, Instant at, OptionalInt exitCode, List<String> reasons) {
  RunEnd {
    reasons = List.copyOf(reasons);
  }
}
