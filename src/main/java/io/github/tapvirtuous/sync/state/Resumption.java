package io.github.tapvirtuous.sync.state;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides from the incoming state where each stream takes up, and in which order. */
public final class Resumption {
  private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

  /** What runs leave that have read nothing but events of a stream. */
  private static final List<String> ONLY_EVENTS = List.of("inbox");

  private final Checkpoints incoming;
  private final Duration ttl;
  private final Clock clock;

  /**
   * Decides for one run.
   *
   * @param ttl the time since its last page after which an interrupted scan begins anew
   */
  public Resumption(Checkpoints incoming, Duration ttl, Clock clock) {
    this.incoming = incoming;
    this.ttl = ttl;
    this.clock = clock;
  }

  /** The interrupted stream first, then those never or longest ago completed. */
  public Comparator<String> order() {
    return Comparator.comparingLong(
        stream ->
            incoming
                .of(stream)
                .flatMap(StreamBookmark::read)
                .map(known -> known.isInterrupted() ? Long.MIN_VALUE : seconds(known))
                .orElse(Long.MIN_VALUE + 1));
  }

  private static long seconds(StreamBookmark known) {
    return known.completedAt().getEpochSecond();
  }

  /**
   * The scan that goes on, or one that begins.
   *
   * @param fingerprintOf what the fingerprint of a known scan has to be
   */
  public StreamBookmark bookmark(String stream, Function<StreamBookmark, String> fingerprintOf) {
    var before = incoming.of(stream);
    var known = before.flatMap(StreamBookmark::read);
    if (known.isEmpty() && before.isPresent()) {
      return ofOthers(stream, before.get());
    }
    return known
        .map(bookmark -> goOn(stream, bookmark, fingerprintOf.apply(bookmark)))
        .orElseGet(
            () -> StreamBookmark.first("", clock.instant(), before.orElseGet(Checkpoint::empty)));
  }

  private StreamBookmark ofOthers(String stream, Checkpoint before) {
    var first = StreamBookmark.first("", clock.instant(), before);
    if (List.copyOf(before.json().propertyNames()).equals(ONLY_EVENTS)) {
      return first;
    }
    var taken = Replication.ofAnotherTap(before.json());
    if (taken.isPresent()) {
      LOG.info("{}: goes on from {}, where another tap stood.", stream, taken.get().value());
      return first.with(taken.get());
    }
    LOG.warn("{}: its state has an unknown form: it is kept, and a new scan begins.", stream);
    return first;
  }

  /** What earlier runs left, whether a scan goes on from there or not. */
  public Replication replication(String stream) {
    return incoming
        .of(stream)
        .flatMap(StreamBookmark::read)
        .map(StreamBookmark::replication)
        .orElse(Replication.NONE);
  }

  /** How many rows an interrupted scan had sent; 0 where the state tells of none. */
  public long rowsOfInterrupted(String stream) {
    return incoming
        .of(stream)
        .flatMap(StreamBookmark::read)
        .filter(StreamBookmark::isInterrupted)
        .map(known -> known.position().rowsSent())
        .orElse(0L);
  }

  private StreamBookmark goOn(String stream, StreamBookmark before, String fingerprint) {
    if (!before.isInterrupted()) {
      return before.anew(fingerprint, clock.instant());
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
    return before.anew(fingerprint, clock.instant());
  }

  private String obstacle(StreamBookmark before, String fingerprint) {
    if (!before.fingerprint().equals(fingerprint)) {
      return "the base URL, the request or the columns have changed since, or another version of the"
          + " tap began it";
    }
    var age = Duration.between(before.reachedAt(), clock.instant());
    return age.compareTo(ttl) > 0
        ? "its last page is older than \"resume_ttl\" (" + ttl.toHours() + " hours)"
        : "";
  }
}
