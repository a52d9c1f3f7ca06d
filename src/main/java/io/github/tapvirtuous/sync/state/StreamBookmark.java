package io.github.tapvirtuous.sync.state;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the state says of one stream. No key is ever left out, because some readers of the state
 * only add and replace:
 *
 * <pre>{@code
 * {"fingerprint":"9f2c…","started_at":"2026-03-01T02:00:00Z","last_key":7004,"index":249,
 *  "total":1012,"rows_sent":250,"complete":false,"completed_at":null}
 * }</pre>
 *
 * @param fingerprint of what the scan's positions hang on; another one makes them worthless
 * @param startedAt when the scan began, in whichever run
 * @param position where it stands
 * @param complete whether it reached its end
 * @param completedAt when a scan last did; {@link Instant#EPOCH} for never
 */
public record StreamBookmark(
    String fingerprint,
    Instant startedAt,
    ScanPosition position,
    boolean complete,
    Instant completedAt) {

  /** A scan that begins. */
  public static StreamBookmark begin(String fingerprint, Instant now, Instant completedAt) {
    return new StreamBookmark(
        fingerprint, now.truncatedTo(ChronoUnit.MILLIS), ScanPosition.START, false, completedAt);
  }

  public StreamBookmark at(ScanPosition reached) {
    return new StreamBookmark(fingerprint, startedAt, reached, false, completedAt);
  }

  public StreamBookmark completed(ScanPosition reached, Instant now) {
    return new StreamBookmark(
        fingerprint, startedAt, reached, true, now.truncatedTo(ChronoUnit.MILLIS));
  }

  public boolean isInterrupted() {
    return !complete && !position.isStart();
  }

  /** Empty when the node is of another tap, another version or nobody at all. */
  public static Optional<StreamBookmark> read(JsonNode node) {
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
                                node.path("complete").booleanValue(),
                                instant(node.path("completed_at")).orElse(Instant.EPOCH))));
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

  /** Keys of others in the same place are kept. */
  public ObjectNode writeInto(JsonNode before) {
    var json = JsonNodeFactory.instance.objectNode();
    if (before instanceof ObjectNode known) {
      json.setAll(known);
    }
    return json.put("fingerprint", fingerprint)
        .put("started_at", startedAt.toString())
        .put("last_key", position.lastKey())
        .put("index", position.index())
        .put("total", position.total())
        .put("rows_sent", position.rowsSent())
        .put("complete", complete)
        .put("completed_at", completedAt.equals(Instant.EPOCH) ? null : completedAt.toString());
  }
}
