package io.github.tapvirtuous.airbyte.line;

import io.github.tapvirtuous.message.Checkpoint;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a stream stands, as Airbyte keeps it: the checkpoint, and of which generation it is.
 *
 * @param generation none where the platform has none
 * @param sync that came there, none where the platform does not count them
 */
public record StreamState(Checkpoint checkpoint, OptionalLong generation, OptionalLong sync) {
  private static final String GENERATION = "generation_id";
  private static final String SYNC = "sync_id";

  /** Of a {@code stream_state}; of what is no object, an empty one. */
  public static StreamState of(JsonNode json) {
    var state = json.asObjectOpt().map(Checkpoint::new).orElseGet(Checkpoint::empty).json();
    var generation = number(state.path(GENERATION));
    var sync = number(state.path(SYNC));
    state.remove(Set.of(GENERATION, SYNC));
    return new StreamState(new Checkpoint(state), generation, sync);
  }

  static OptionalLong number(JsonNode json) {
    return json.isIntegralNumber() ? OptionalLong.of(json.asLong()) : OptionalLong.empty();
  }

  public ObjectNode json() {
    var json = checkpoint.json();
    generation.ifPresent(id -> json.put(GENERATION, id));
    sync.ifPresent(id -> json.put(SYNC, id));
    return json;
  }

  /**
   * {@code {"type":"STATE","state":{"type":"STREAM","stream":{…},"sourceStats":{…}}}}.
   *
   * @param records since the stream's last state
   */
  public ObjectNode message(String stream, long records) {
    var message = JsonNodeFactory.instance.objectNode().put("type", "STATE");
    var state = message.putObject("state").put("type", "STREAM");
    var described = state.putObject("stream");
    described.putObject("stream_descriptor").put("name", stream);
    described.set("stream_state", json());
    state.putObject("sourceStats").put("recordCount", (double) records);
    return message;
  }
}
