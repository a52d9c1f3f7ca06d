package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsJson;
import io.github.tapvirtuous.config.source.SettingsSchema;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How Meltano is told of the tap, in the order and the shape in which it writes that itself. */
final class MeltanoDefinition {
  private static final Dump YAML =
      new Dump(
          DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false).build());

  private MeltanoDefinition() {}

  /**
   * @param executable a name to be found on the {@code PATH}, or a path from the project's folder
   */
  static String yaml(SettingsSchema schema, String executable) {
    return YAML.dumpToString(
        SettingsJson.MAPPER.convertValue(plugin(schema, executable), Object.class));
  }

  private static ObjectNode plugin(SettingsSchema schema, String executable) {
    var about = SettingsJson.MAPPER.readTree(About.in(About.Format.JSON));
    var plugin = SettingsJson.MAPPER.createObjectNode();
    plugin.set("name", about.get("name"));
    plugin.put("namespace", "tap_virtuous").put("label", "Virtuous CRM+");
    plugin.put("executable", executable);
    plugin.set("description", about.get("description"));
    plugin.set("capabilities", about.get("capabilities"));
    var eitherKey = plugin.putArray("settings_group_validation");
    eitherKey.addArray().add("api_key");
    eitherKey.addArray().add("api_key_file");
    var settings = plugin.putArray("settings");
    schema.leaves().forEach(each -> describe(each, settings.addObject()));
    var check = plugin.putObject("commands").putObject("check");
    check.put("args", "check --config ENV");
    check.put("description", "Says whether the key is good, and which tables it may read.");
    return plugin;
  }

  private static void describe(Setting setting, ObjectNode told) {
    told.put("name", setting.key()).put("kind", kind(setting));
    setting.schema().optional("default").ifPresent(value -> told.set("value", value));
    setting.schema().optional("title").ifPresent(title -> told.set("label", title));
    told.put("description", setting.description() + range(setting));
    setting.schema().optional("enum").ifPresent(all -> offer(all, told.putArray("options")));
    if (setting.isSecret()) {
      told.put("sensitive", true);
    }
  }

  private static String kind(Setting setting) {
    if (setting.schema().has("enum")) {
      return "options";
    }
    return switch (setting.type()) {
      case "string" -> isTime(setting) ? "date_iso8601" : "string";
      case "number" -> "decimal";
      case "integer", "boolean", "array", "object" -> setting.type();
      default -> throw new IllegalArgumentException("Which kind is this to Meltano? " + setting);
    };
  }

  private static boolean isTime(Setting setting) {
    return setting.schema().path("format").asString("").equals("date-time");
  }

  private static String range(Setting setting) {
    return switch (setting.type()) {
      case "integer", "number" -> " Values: " + setting.values() + ".";
      default -> "";
    };
  }

  private static void offer(JsonNode values, ArrayNode options) {
    for (var value : values) {
      var option = options.addObject();
      option.set("label", value);
      option.set("value", value);
    }
  }
}
