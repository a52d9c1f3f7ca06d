package io.github.tapvirtuous.sync.state;

import io.github.tapvirtuous.message.Bookmarks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides from the incoming state where each stream takes up, and in which order. */
public final class Resumption {
  private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

  private final Bookmarks incoming;
  private final Duration ttl;
  private final Clock clock;

  /**
   * Decides for one run.
   *
   * @param ttl the age at which an interrupted scan begins anew
   */
  public Resumption(Bookmarks incoming, Duration ttl, Clock clock) {
    this.incoming = incoming;
    this.ttl = ttl;
    this.clock = clock;
  }

  /** The interrupted stream first, then those never or longest ago completed. */
  public Comparator<String> order() {
    return Comparator.comparingLong(
        stream ->
            StreamBookmark.read(incoming.of(stream))
                .map(known -> known.isInterrupted() ? Long.MIN_VALUE : seconds(known))
                .orElse(Long.MIN_VALUE + 1));
  }

  private static long seconds(StreamBookmark known) {
    return known.completedAt().getEpochSecond();
  }

  /** The scan that goes on, or one that begins. */
  public StreamBookmark bookmark(String stream, String fingerprint) {
    var node = incoming.of(stream);
    var known = StreamBookmark.read(node);
    if (known.isEmpty() && !node.isMissingNode()) {
      LOG.warn("{}: its state has an unknown form: it is kept, and a new scan begins.", stream);
    }
    return known
        .map(before -> goOn(stream, before, fingerprint))
        .orElseGet(() -> StreamBookmark.begin(fingerprint, clock.instant(), Instant.EPOCH));
  }

  private StreamBookmark goOn(String stream, StreamBookmark before, String fingerprint) {
    if (!before.isInterrupted()) {
      return StreamBookmark.begin(fingerprint, clock.instant(), before.completedAt());
    }
    var obstacle = obstacle(before, fingerprint);
    if (obstacle.isEmpty()) {
      LOG.info(
          "{}: goes on after {} rows of an interrupted scan.",
          stream,
          before.position().rowsSent());
      return before;
    }
    LOG.info("{}: an interrupted scan begins anew: {}.", stream, obstacle);
    return StreamBookmark.begin(fingerprint, clock.instant(), before.completedAt());
  }

  private String obstacle(StreamBookmark before, String fingerprint) {
    if (!before.fingerprint().equals(fingerprint)) {
      return "the base URL, the request or the columns have changed since, or another version of the"
          + " tap began it";
    }
    var age = Duration.between(before.startedAt(), clock.instant());
    return age.compareTo(ttl) > 0
        ? "it is older than \"resume_ttl\" (" + ttl.toHours() + " hours)"
        : "";
  }
}
