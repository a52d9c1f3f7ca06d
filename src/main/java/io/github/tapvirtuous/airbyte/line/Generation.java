package io.github.tapvirtuous.airbyte.line;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Which fill of a destination's table is wanted. A platform that refreshes a table counts up its
 * generation; one that knows no refreshes sends none.
 *
 * @param least what is of an earlier one is thrown away; 0 for nothing
 */
public record Generation(OptionalLong id, long least) {
  public static Generation of(JsonNode configured) {
    var id = configured.path("generation_id");
    return new Generation(
        id.isIntegralNumber() ? OptionalLong.of(id.asLong()) : OptionalLong.empty(),
        configured.path("minimum_generation_id").asLong(0));
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
}
