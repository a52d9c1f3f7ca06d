package io.github.tapvirtuous.webhook.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what was refused: of each kind a line a minute at most, since whoever attacks could fill a
 * disk with lines. Nothing that a request holds is said.
 */
public final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Metrics metrics;
  private final Map<Answer, Kind> kinds = new EnumMap<>(Answer.class);

  public Refusals(Clock clock, Metrics metrics) {
    this.clock = clock;
    this.metrics = metrics;
  }

  public void add(Answer answer) {
    add(answer, answer.words());
  }

  /**
   * One more.
   *
   * @param why fit for a log
   */
  public void add(Answer answer, String why) {
    metrics.refused(answer);
    var count = due(answer);
    if (count > 0) {
      LOG.warn("Refused {} with {}: {}", requests(count), answer.status(), why);
    }
  }

  private static String requests(long count) {
    return count == 1 ? "a request" : count + " requests";
  }

  /** How many were refused since the last line, or 0 if that was just now. */
  private synchronized long due(Answer answer) {
    var kind = kinds.computeIfAbsent(answer, any -> new Kind());
    return kind.due(clock.instant());
  }

  private static final class Kind {
    private Instant silentUntil = Instant.MIN;
    private long unsaid;

    long due(Instant now) {
      unsaid++;
      if (now.isBefore(silentUntil)) {
        return 0;
      }
      silentUntil = now.plus(SILENCE);
      var count = unsaid;
      unsaid = 0;
      return count;
    }
  }
}
