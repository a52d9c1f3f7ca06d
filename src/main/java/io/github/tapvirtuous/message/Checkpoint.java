package io.github.tapvirtuous.message;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where one stream stands: a JSON object that only its writer, the next run, has to understand.
 *
 * @param json copied on its way in and out; what lies within is shared, as it may be deeper than
 *     calls can nest
 */
public record Checkpoint(ObjectNode json) {
  public Checkpoint {
    json = copy(json);
  }

  public static Checkpoint empty() {
    return new Checkpoint(JsonNodeFactory.instance.objectNode());
  }

  @Override
  public ObjectNode json() {
    return copy(json);
  }

  private static ObjectNode copy(ObjectNode json) {
    return JsonNodeFactory.instance.objectNode().setAll(json);
  }
}
