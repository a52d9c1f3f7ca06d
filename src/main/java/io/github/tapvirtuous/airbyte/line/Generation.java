package io.github.tapvirtuous.airbyte.line;

import io.github.tapvirtuous.message.Checkpoint;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Which fill of a destination's table is wanted. A platform that refreshes a table counts up its
 * generation; one that knows no refreshes sends none.
 *
 * @param least what is of an earlier one is thrown away; 0 for nothing
 * @param sync of which it is wanted: all attempts of a sync have the same
 */
public record Generation(OptionalLong id, long least, OptionalLong sync) {
  /** Of a stream that nobody asks for. */
  public static final Generation NONE =
      new Generation(OptionalLong.empty(), 0, OptionalLong.empty());

  public static Generation of(JsonNode configured) {
    return new Generation(
        StreamState.number(configured.path("generation_id")),
        configured.path("minimum_generation_id").asLong(0),
        StreamState.number(configured.path("sync_id")));
  }

  /** Whether a read goes on from a state, rather than starting from scratch. */
  public boolean continues(StreamState state) {
    if (id.isEmpty()) {
      return true;
    }
    return state.generation().isPresent()
        ? state.generation().equals(id)
        : least == 0 || least < id.getAsLong();
  }

  /** Whether a state may be of this very fill, which some attempts of a sync share. */
  public boolean isOf(StreamState state) {
    return id.isPresent() && state.generation().equals(id) && state.sync().equals(sync);
  }

  /** Where a stream stands in it. */
  public StreamState at(Checkpoint state) {
    return new StreamState(state, id, sync);
  }
}
