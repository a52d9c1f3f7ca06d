package io.github.tapvirtuous.log;

import io.github.tapvirtuous.error.KeyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to log, as the environment asks for it.
 *
 * @param warnings what it asks for in vain, and what to do about it
 */
record LogSettings(LogLevel level, LineFormat format, List<String> warnings) {
  private static final String SDK_CONFIG = "SINGER_SDK_LOG_CONFIG";

  LogSettings {
    warnings = List.copyOf(warnings);
  }

  static LogSettings from(Map<String, String> environment) {
    var warnings = new ArrayList<String>();
    var path = set(environment, SDK_CONFIG);
    var config = path.flatMap(SdkLogConfig::read);
    if (path.isPresent() && config.isEmpty()) {
      warnings.add(
          SDK_CONFIG
              + " is \"%s\", which is no JSON file with a \"root\" object."
                  .formatted(KeyText.shown(path.get()))
              + " Logging as plain text: name a readable file, or unset it.");
    }
    var level = config.flatMap(SdkLogConfig::level).orElseGet(() -> level(environment, warnings));
    var format = config.map(SdkLogConfig::format).orElseGet(() -> new TextLines(true));
    return new LogSettings(level, format, warnings);
  }

  private static LogLevel level(Map<String, String> environment, List<String> warnings) {
    return Stream.of("TAP_VIRTUOUS_LOGLEVEL", "LOGLEVEL")
        .filter(name -> set(environment, name).isPresent())
        .findFirst()
        .map(name -> level(name, environment.getOrDefault(name, ""), warnings))
        .orElse(LogLevel.INFO);
  }

  private static LogLevel level(String name, String word, List<String> warnings) {
    return LogLevel.named(word)
        .orElseGet(
            () -> {
              warnings.add(
                  "%s is \"%s\". Logging at INFO: choose DEBUG, INFO, WARNING, ERROR or CRITICAL."
                      .formatted(name, KeyText.shown(word)));
              return LogLevel.INFO;
            });
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
