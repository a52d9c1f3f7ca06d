package io.github.tapvirtuous.config.source;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys of a config that its schema does not know: they are ignored, but not in silence. */
public final class UnknownKeys {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownKeys.class);

  private UnknownKeys() {}

  /**
   * Says which, and what may be meant.
   *
   * @param names with dots, such as {@code webhook.inbx}
   */
  public static void warn(SettingsSchema schema, List<String> names) {
    if (!names.isEmpty()) {
      var known = schema.settings().stream().map(Setting::key).toList();
      LOG.warn(
          "Config keys that are no setting of this tap: {}",
          Spelling.withSuggestions(names, known));
    }
  }
}
