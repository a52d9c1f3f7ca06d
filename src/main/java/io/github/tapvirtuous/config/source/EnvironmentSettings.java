package io.github.tapvirtuous.config.source;

import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.json.JsonKind;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Settings in environment variables: {@code TAP_VIRTUOUS_PAGE_SIZE=500}. */
public final class EnvironmentSettings {
  private static final String PREFIX = Setting.ENVIRONMENT_PREFIX;

  private static final Logger LOG = LoggerFactory.getLogger(EnvironmentSettings.class);
  private static final List<String> NO_SETTINGS = List.of(PREFIX + "JAVA", PREFIX + "LOGLEVEL");
  private static final String EXTRAS = PREFIX + "_";

  private final SettingsSchema schema;
  private final Problems problems;

  public EnvironmentSettings(SettingsSchema schema, Problems problems) {
    this.schema = schema;
    this.problems = problems;
  }

  /** The settings found; one that does not parse is a problem noted, and left out. */
  public ObjectNode read(Map<String, String> environment) {
    var found = SettingsJson.MAPPER.createObjectNode();
    for (var setting : used(environment)) {
      add(setting, environment.getOrDefault(setting.environmentName(), ""), found);
    }
    return found;
  }

  /** Logs which variables were taken, and which of ours are none. */
  public void tell(Map<String, String> environment) {
    var names = used(environment).stream().map(Setting::environmentName).toList();
    LOG.info("Settings taken from the environment: {}", names.isEmpty() ? "none" : names);
    warnOfUnknown(environment);
  }

  private List<Setting> used(Map<String, String> environment) {
    return schema.settings().stream()
        .filter(each -> !environment.getOrDefault(each.environmentName(), "").isEmpty())
        .toList();
  }

  private void add(Setting setting, String text, ObjectNode found) {
    EnvironmentValue.parse(setting.schema(), text)
        .ifPresentOrElse(
            value -> SettingsJson.merge(found, nested(setting.path(), value)),
            () -> problems.add(wrong(setting, text), fix(setting)));
  }

  private static ObjectNode nested(List<String> path, JsonNode value) {
    var node = SettingsJson.MAPPER.createObjectNode();
    var rest = path.subList(1, path.size());
    return node.set(path.get(0), rest.isEmpty() ? value : nested(rest, value));
  }

  private static String wrong(Setting setting, String text) {
    var shown =
        setting.isSecret() || setting.holdsSettings()
            ? "cannot be read"
            : "is " + JsonKind.quoted(StringNode.valueOf(text));
    return "\"" + setting.key() + "\" " + shown + " in " + setting.environmentName() + ".";
  }

  private static String fix(Setting setting) {
    return switch (setting.type()) {
      case "integer" -> "Give a whole number.";
      case "number" -> "Give a number.";
      case "boolean" -> "Give true or false.";
      case "array" -> "Give a JSON list, or values with commas between them.";
      default -> "Give a JSON object.";
    };
  }

  private void warnOfUnknown(Map<String, String> environment) {
    var known = schema.settings().stream().map(Setting::environmentName).toList();
    var unknown = new TreeSet<String>();
    for (var name : environment.keySet()) {
      if (name.startsWith(PREFIX) && !name.startsWith(EXTRAS) && !NO_SETTINGS.contains(name)) {
        unknown.add(name);
      }
    }
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      LOG.warn(
          "Environment variables that are no setting of this tap: {}",
          Spelling.withSuggestions(unknown, known));
    }
  }
}
