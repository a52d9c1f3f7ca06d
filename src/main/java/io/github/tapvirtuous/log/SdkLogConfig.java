package io.github.tapvirtuous.log;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.file.JsonFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Meltano wishes of the log, in the words of Python's {@code dictConfig}: {@code
 * {"formatters":{"f":{"()":"singer_sdk.logging.StructuredFormatter"}},
 * "handlers":{"console":{"formatter":"f"}},"root":{"handlers":["console"],"level":"INFO"}}}.
 */
record SdkLogConfig(JsonNode config) {
  private static final String STRUCTURED = "Structured";

  static Optional<SdkLogConfig> read(String path) {
    try {
      var config = new JsonFile("log config", Path.of(path), "").read();
      return Optional.of(new SdkLogConfig(config)).filter(read -> read.root().isObject());
    } catch (InvalidPathException | ConfigException e) {
      return Optional.empty();
    }
  }

  Optional<LogLevel> level() {
    return root().path("level").stringValueOpt().flatMap(LogLevel::named);
  }

  LineFormat format() {
    var structured = handlers().map(this::formatter).anyMatch(SdkLogConfig::isStructured);
    return structured ? new JsonLines(ProcessHandle.current().pid()) : new TextLines(false);
  }

  private JsonNode root() {
    return config.path("root");
  }

  private Stream<String> handlers() {
    return root().path("handlers").valueStream().flatMap(name -> name.stringValueOpt().stream());
  }

  private JsonNode formatter(String handler) {
    var name = config.path("handlers").path(handler).path("formatter").stringValue("");
    return config.path("formatters").path(name);
  }

  private static boolean isStructured(JsonNode formatter) {
    return Stream.of("()", "class")
        .anyMatch(key -> formatter.path(key).stringValue("").contains(STRUCTURED));
  }
}
