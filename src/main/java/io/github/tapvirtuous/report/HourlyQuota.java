package io.github.tapvirtuous.report;

import java.util.Optional;

/**
 * Requests of the organization's hour, as far as Virtuous says.
 *
 * @param left for all its programs
 * @param limit of a whole hour
 */
public record HourlyQuota(Optional<Long> left, Optional<Long> limit) {
  /** Before any reply has spoken of it. */
  public static final HourlyQuota UNKNOWN = new HourlyQuota(Optional.empty(), Optional.empty());
}
