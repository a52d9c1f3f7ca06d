package io.github.tapvirtuous.sync.state;

import io.github.tapvirtuous.message.Checkpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the checkpoint of a stream says. No key is ever left out, because some readers of the state
 * only add and replace:
 *
 * <pre>{@code
 * {"fingerprint":"9f2c…","started_at":"2026-03-01T02:00:00Z","last_key":7004,"index":249,
 *  "total":1012,"rows_sent":250,"reached_at":"2026-03-01T02:00:01Z","complete":false,
 *  "completed_at":null}
 * }</pre>
 *
 * @param fingerprint of what the scan's positions hang on; another one makes them worthless
 * @param startedAt when the scan began, in whichever run
 * @param position where it stands
 * @param reachedAt when it came there; as it started, as far as an older state tells
 * @param complete whether it reached its end
 * @param completedAt when a scan last did; {@link Instant#EPOCH} for never
 * @param others what stood in the same place before: keys of others in it are kept
 */
public record StreamBookmark(
    String fingerprint,
    Instant startedAt,
    ScanPosition position,
    Instant reachedAt,
    boolean complete,
    Instant completedAt,
    Checkpoint others) {

  /** The first scan of a stream. */
  static StreamBookmark first(String fingerprint, Instant now, Checkpoint others) {
    return new StreamBookmark(
        fingerprint, millis(now), ScanPosition.START, millis(now), false, Instant.EPOCH, others);
  }

  /** The scan after this one. */
  StreamBookmark anew(String newFingerprint, Instant now) {
    return new StreamBookmark(
        newFingerprint, millis(now), ScanPosition.START, millis(now), false, completedAt, others);
  }

  /** A scan that comes no further does not grow younger by that. */
  public StreamBookmark at(ScanPosition reached, Instant now) {
    var since = reached.equals(position) ? reachedAt : millis(now);
    return new StreamBookmark(fingerprint, startedAt, reached, since, false, completedAt, others);
  }

  public StreamBookmark completed(ScanPosition reached, Instant now) {
    return new StreamBookmark(
        fingerprint, startedAt, reached, millis(now), true, millis(now), others);
  }

  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  public boolean isInterrupted() {
    return !complete && !position.isStart();
  }

  /** Empty when it is of another tap, another version or nobody at all. */
  public static Optional<StreamBookmark> read(Checkpoint checkpoint) {
    var node = checkpoint.json();
    if (!node.path("fingerprint").isString() || !node.path("complete").isBoolean()) {
      return Optional.empty();
    }
    return instant(node.path("started_at"))
        .flatMap(
            startedAt ->
                position(node)
                    .map(
                        position ->
                            new StreamBookmark(
                                node.path("fingerprint").stringValue(),
                                startedAt,
                                position,
                                instant(node.path("reached_at")).orElse(startedAt),
                                node.path("complete").booleanValue(),
                                instant(node.path("completed_at")).orElse(Instant.EPOCH),
                                checkpoint)));
  }

  private static Optional<ScanPosition> position(JsonNode node) {
    var index = node.path("index");
    var lastKey = node.path("last_key");
    var total = node.path("total");
    var rowsSent = node.path("rows_sent");
    var usable =
        index.canConvertToInt()
            && index.asInt() >= 0
            && lastKey.canConvertToLong()
            && total.canConvertToLong()
            && rowsSent.canConvertToLong();
    return usable
        ? Optional.of(
            new ScanPosition(lastKey.asLong(), index.asInt(), total.asLong(), rowsSent.asLong()))
        : Optional.empty();
  }

  private static Optional<Instant> instant(JsonNode node) {
    try {
      return node.isString() ? Optional.of(Instant.parse(node.stringValue())) : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  public Checkpoint toCheckpoint() {
    var json = others.json();
    json.put("fingerprint", fingerprint)
        .put("started_at", startedAt.toString())
        .put("last_key", position.lastKey())
        .put("index", position.index())
        .put("total", position.total())
        .put("rows_sent", position.rowsSent())
        .put("reached_at", reachedAt.toString())
        .put("complete", complete)
        .put("completed_at", completedAt.equals(Instant.EPOCH) ? null : completedAt.toString());
    return new Checkpoint(json);
  }
}
