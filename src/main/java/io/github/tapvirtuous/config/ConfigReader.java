package io.github.tapvirtuous.config;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.settings.Json;
import io.github.tapvirtuous.settings.SettingsSchema;
import io.github.tapvirtuous.source.ConfigFile;
import io.github.tapvirtuous.source.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Turns what {@code --config} names into a config that can be relied on. */
public final class ConfigReader {
  private static final String ENVIRONMENT = "ENV";

  private final SettingsSchema schema = SettingsSchema.load();
  private final Problems problems = new Problems();

  private ConfigReader() {}

  /**
   * Later files win over earlier ones, the environment over all files.
   *
   * @param sources paths, or {@code ENV} for the environment
   * @param environment looked at only if a source says so
   * @throws ConfigException with everything that is wrong, each with its fix
   */
  public static TapConfig read(List<String> sources, Map<String, String> environment) {
    return new ConfigReader().config(sources, environment);
  }

  private TapConfig config(List<String> sources, Map<String, String> environment) {
    var settings = inFiles(sources);
    var filesAreGood = problems.isEmpty();
    if (sources.contains(ENVIRONMENT)) {
      lay(settings, new EnvironmentSettings(schema, problems).read(environment));
    }
    if (!filesAreGood) {
      problems.throwIfAny(); // what the lost files held would be called missing
    }
    Json.dropNulls(settings);
    UnknownKeys.warn(schema, settings);
    var key = check(settings);
    return new CheckedSettings(settings, schema).toConfig(key);
  }

  private ObjectNode inFiles(List<String> sources) {
    var settings = Json.MAPPER.createObjectNode();
    sources.stream()
        .filter(source -> !source.equals(ENVIRONMENT))
        .forEach(file -> lay(settings, ConfigFile.read(file, problems)));
    return settings;
  }

  private static void lay(ObjectNode settings, ObjectNode above) {
    ApiKey.override(settings, above);
    Json.merge(settings, above);
  }

  private Secret check(ObjectNode settings) {
    new SchemaCheck(schema, problems).check(settings);
    var key = new ApiKey(problems).from(settings);
    var url = settings.path("base_url").asString("");
    if (settings.path("base_url").isString() && !url.isEmpty()) {
      BaseUrl.check(url, problems);
    }
    TableNames.check(settings.path("tables"), problems);
    problems.throwIfAny();
    return key.orElseThrow();
  }
}
