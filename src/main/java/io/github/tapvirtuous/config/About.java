package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsJson;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.config.source.SettingsTable;
import io.github.tapvirtuous.config.source.Wrapped;
import io.github.tapvirtuous.table.TableMap;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What the tap says of itself: name, version, capabilities and settings. */
public final class About {
  private static final String NAME = "tap-virtuous";
  private static final String DESCRIPTION = "Singer tap for Virtuous CRM+";
  private static final List<String> CAPABILITIES =
      List.of(
          "catalog",
          "discover",
          "state",
          "about",
          "test",
          "activate-version",
          "structured-logging");

  private final SettingsSchema schema = SettingsSchema.load();

  private About() {}

  /** The forms in which it can be said. */
  public enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  /** Ends in a line break. */
  public static String in(Format format) {
    var about = new About();
    return switch (format) {
      case TEXT -> about.text();
      case JSON -> about.json();
      case MARKDOWN -> about.markdown();
    };
  }

  /** The JSON Schema of all settings: the caller's own, to be shown in another way. */
  public static ObjectNode settings() {
    return SettingsSchema.load().document();
  }

  private String text() {
    return """
        %s %s
        %s

        Capabilities: %s

        Streams:
        %s
        Settings, in a JSON file or in the environment (--config ENV):

        %s"""
        .formatted(
            NAME,
            Version.current(),
            DESCRIPTION,
            String.join(", ", CAPABILITIES),
            Wrapped.at("  ", String.join(", ", TableMap.names())),
            schema.leaves().stream().map(About::paragraph).collect(Collectors.joining("\n")));
  }

  private static String paragraph(Setting setting) {
    var value = setting.defaultValue();
    return "  %s  (%s)\n      %s%s\n%s"
        .formatted(
            setting.key(),
            setting.environmentName(),
            setting.values(),
            value.isEmpty() ? "" : "; default " + value,
            Wrapped.at("      ", setting.description().replace("`", "'")));
  }

  private String json() {
    var about = SettingsJson.MAPPER.createObjectNode();
    about.put("name", NAME).put("description", DESCRIPTION).put("version", Version.current());
    var capabilities = about.putArray("capabilities");
    CAPABILITIES.forEach(capabilities::add);
    about.set("settings", schema.document());
    about.set("environment", environment());
    return SettingsJson.pretty(about) + "\n";
  }

  private ObjectNode environment() {
    var names = SettingsJson.MAPPER.createObjectNode();
    schema.leaves().forEach(setting -> names.put(setting.key(), setting.environmentName()));
    return names;
  }

  private String markdown() {
    return """
        # %s

        %s, version %s

        ## Capabilities

        %s
        ## Settings

        %s"""
        .formatted(
            NAME,
            DESCRIPTION,
            Version.current(),
            CAPABILITIES.stream()
                .map(capability -> "* `" + capability + "`\n")
                .collect(Collectors.joining()),
            SettingsTable.of(schema));
  }
}
