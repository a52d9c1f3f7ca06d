package io.github.tapvirtuous.config.source;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keys of a config that its schema does not know: they are ignored, but not in silence. */
public final class UnknownKeys {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownKeys.class);

  private UnknownKeys() {}

  public static void warn(SettingsSchema schema, ObjectNode settings) {
    var unknown = new ArrayList<String>();
    collect(schema.document(), settings, "", unknown);
    if (!unknown.isEmpty()) {
      var known = schema.settings().stream().map(Setting::key).toList();
      LOG.warn(
          "Config keys that are no setting of this tap: {}",
          Spelling.withSuggestions(unknown, known));
    }
  }

  private static void collect(
      JsonNode schema, ObjectNode settings, String above, List<String> unknown) {
    for (var entry : settings.properties()) {
      var inner = schema.path("properties").path(entry.getKey());
      if (inner.isMissingNode()) {
        unknown.add(above + entry.getKey());
      } else if (inner.has("properties") && entry.getValue() instanceof ObjectNode object) {
        collect(inner, object, above + entry.getKey() + ".", unknown);
      }
    }
  }
}
