package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.message.Checkpoint;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How far a stream's events have been read, as its checkpoint says it beside all else: {@code
 * {"inbox":{"id":"5f0c…","number":812,"waiting":[790]}}}.
 *
 * @param id of the inbox: numbers of another one mean nothing
 * @param number of the last event that was passed
 * @param waiting numbers of events up to there that are read again
 */
public record InboxBookmark(String id, long number, List<Long> waiting) {
  static final int MOST_WAITING = 1_000;
  static final String FIELD = "inbox";

  public InboxBookmark {
    waiting = List.copyOf(waiting);
  }

  /** What a checkpoint says, whichever inbox it means; empty if it says nothing of one. */
  public static Optional<InboxBookmark> read(Checkpoint checkpoint) {
    var json = checkpoint.json().path(FIELD);
    var number = json.path("number");
    return number.canConvertToLong() && number.asLong() >= 0
        ? Optional.of(
            new InboxBookmark(
                json.path("id").asString(""),
                number.asLong(),
                numbers(json.path("waiting"), number.asLong())))
        : Optional.empty();
  }

  /**
   * Where a run goes on; at the start for another inbox, or one that is older than the checkpoint.
   *
   * @param highest number that the inbox has ever given
   */
  static InboxBookmark of(Checkpoint checkpoint, String id, long highest) {
    return read(checkpoint)
        .filter(known -> known.id().equals(id) && known.number() <= highest)
        .orElseGet(() -> new InboxBookmark(id, 0, List.of()));
  }

  private static List<Long> numbers(JsonNode list, long most) {
    return list.valueStream()
        .filter(JsonNode::canConvertToLong)
        .map(JsonNode::asLong)
        .filter(number -> number > 0 && number <= most)
        .distinct()
        .limit(MOST_WAITING)
        .toList();
  }

  /** The same checkpoint with this in it. */
  Checkpoint in(Checkpoint checkpoint) {
    var json = checkpoint.json();
    var waits = json.putObject(FIELD).put("id", id).put("number", number).putArray("waiting");
    waiting.forEach(waits::add);
    return new Checkpoint(json);
  }
}
