package io.github.tapvirtuous.sync.state;

import static io.github.tapvirtuous.json.JsonTime.text;

import io.github.tapvirtuous.json.JsonTime;
import io.github.tapvirtuous.message.Checkpoint;
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
 *  "completed_at":null,"replication_key":"modifiedDateTimeUtc","replication_key_value":null,
 *  "scan_since":null,"scan_start_date":null,"scan_from_key":null,"scan_begun_at":"2026-03-01T02:00:00Z",
 *  "scan_undated":2,"whole_at":null,"whole_rows":0,"whole_undated":0,"whole_columns":"",
 *  "whole_start_date":null,"newest_key":null,…}
 * }</pre>
 *
 * @param fingerprint of what the scan's positions hang on; another one makes them worthless
 * @param startedAt when the scan began, in whichever run
 * @param position where it stands
 * @param reachedAt when it came there; as it started, as far as an older state tells
 * @param complete whether it reached its end
 * @param completedAt when a scan last did; {@link Instant#EPOCH} for never
 * @param replication what incremental reads go on from
 * @param others what stood in the same place before: keys of others in it are kept
 */
public record StreamBookmark(
    String fingerprint,
    Instant startedAt,
    ScanPosition position,
    Instant reachedAt,
    boolean complete,
    Instant completedAt,
    Replication replication,
    Checkpoint others) {

  /** The first scan of a stream. */
  static StreamBookmark first(String fingerprint, Instant now, Checkpoint others) {
    return new StreamBookmark(
        fingerprint,
        millis(now),
        ScanPosition.START,
        millis(now),
        false,
        Instant.EPOCH,
        Replication.NONE,
        others);
  }

  /** The scan after this one. */
  public StreamBookmark anew(String newFingerprint, Instant now) {
    return new StreamBookmark(
        newFingerprint,
        millis(now),
        ScanPosition.START,
        millis(now),
        false,
        completedAt,
        replication,
        others);
  }

  /** A scan that comes no further does not grow younger by that. */
  public StreamBookmark at(ScanPosition reached, Instant now) {
    var since = reached.equals(position) ? reachedAt : millis(now);
    return new StreamBookmark(
        fingerprint, startedAt, reached, since, false, completedAt, replication, others);
  }

  public StreamBookmark completed(ScanPosition reached, Instant now) {
    return new StreamBookmark(
        fingerprint,
        startedAt,
        reached,
        millis(now),
        true,
        millis(now),
        replication.completed(reached),
        others);
  }

  public StreamBookmark with(Replication newer) {
    return new StreamBookmark(
        fingerprint, startedAt, position, reachedAt, complete, completedAt, newer, others);
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
    return JsonTime.read(node.path("started_at"))
        .flatMap(
            startedAt ->
                position(node)
                    .map(
                        position ->
                            new StreamBookmark(
                                node.path("fingerprint").stringValue(),
                                startedAt,
                                position,
                                JsonTime.read(node.path("reached_at")).orElse(startedAt),
                                node.path("complete").booleanValue(),
                                JsonTime.orNever(node.path("completed_at")),
                                Replication.read(node),
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
        .put("completed_at", text(completedAt));
    replication.write(json);
    return new Checkpoint(json);
  }
}
