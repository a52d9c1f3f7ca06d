package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.report.Meter;
import java.time.Instant;

/** Tells the platform how much is to come of a stream, and how long it waits for its quota. */
public final class AirbyteMeter implements Meter {
  private final String stream;
  private final StreamStatuses statuses;

  private AirbyteMeter(String stream, StreamStatuses statuses) {
    this.stream = stream;
    this.statuses = statuses;
  }

  public static Meter.Maker into(StreamStatuses statuses) {
    return (stream, endpoint) -> new AirbyteMeter(stream, statuses);
  }

  @Override
  public void total(long rows) {
    statuses.estimated(stream, rows);
  }

  @Override
  public void waitsForQuota(Instant until) {
    statuses.waits(stream, until);
  }
}
