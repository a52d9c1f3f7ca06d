package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.report.Figures;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.report.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run in lines of the log: as it starts, as each stream begins and ends, and each minute. */
public final class ProgressLines implements Meter.Maker {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressLines.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private int streams;
  private boolean begun;

  /** Says nothing until the first stream's turn has come. */
  public ProgressLines(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Meter of(String stream, String endpoint) {
    streams++;
    return new StreamLines(stream);
  }

  private synchronized void begin() {
    if (!begun) {
      begun = true;
      LOG.info(
          "tap-virtuous {}: {} to sync.",
          Version.current(),
          streams == 1 ? "1 table" : streams + " tables");
    }
  }

  /** Those of one stream. */
  private final class StreamLines implements Meter {
    private final String name;
    private Instant began = Instant.MIN;
    private Instant lastTold = Instant.MIN;
    private OptionalLong total = OptionalLong.empty();
    private long earlier;
    private long rows;

    StreamLines(String name) {
      this.name = name;
    }

    @Override
    public synchronized void started() {
      begin();
      began = clock.instant();
      lastTold = began;
      LOG.info("{}: begins.", name);
    }

    @Override
    public synchronized void goesOnAt(long reached) {
      earlier = reached;
    }

    @Override
    public synchronized void total(long ofSource) {
      total = OptionalLong.of(ofSource);
    }

    @Override
    public synchronized void rowsWritten(long more) {
      rows += more;
      var now = clock.instant();
      if (!lastTold.equals(Instant.MIN) && !now.isBefore(lastTold.plus(MINUTE))) {
        lastTold = now;
        var seconds = Math.max(1, Duration.between(began, now).toSeconds());
        var progress = new Progress(earlier + rows, total, OptionalLong.of(rows / seconds));
        LOG.info("{}: {}.", name, String.join(", ", progress.parts()));
      }
    }

    @Override
    public synchronized void finished(Outcome outcome, Duration duration) {
      if (!outcome.isUntouched()) {
        var told = rows == 1 ? "{}: {}, {} row in {}." : "{}: {}, {} rows in {}.";
        LOG.info(told, name, outcome.word(), Figures.grouped(rows), Words.taken(duration));
      }
    }
  }
}
