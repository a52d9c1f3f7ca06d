package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.message.Checkpoint;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How far a stream's events have been read, as its checkpoint says it beside all else: {@code
 * {"inbox":{"id":"5f0c…","number":812,"waiting":[790]}}}.
 *
 * @param id of the inbox: numbers of another one mean nothing
 * @param number of the last event that was passed
 * @param waiting numbers of events up to there that are read again
 */
record InboxBookmark(String id, long number, List<Long> waiting) {
  static final int MOST_WAITING = 1_000;
  static final String FIELD = "inbox";

  InboxBookmark {
    waiting = List.copyOf(waiting);
  }

  /**
   * Where a run goes on; at the start for another inbox, or one that is older than the checkpoint.
   *
   * @param highest number that the inbox has ever given
   */
  static InboxBookmark of(Checkpoint checkpoint, String id, long highest) {
    var json = checkpoint.json().path(FIELD);
    var number = json.path("number");
    var isKnown =
        json.path("id").asString("").equals(id)
            && number.canConvertToLong()
            && number.asLong() >= 0
            && number.asLong() <= highest;
    return isKnown
        ? new InboxBookmark(id, number.asLong(), numbers(json.path("waiting"), number.asLong()))
        : new InboxBookmark(id, 0, List.of());
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
