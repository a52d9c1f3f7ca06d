package io.github.tapvirtuous.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The log config file that Meltano writes for its plugins. */
final class SdkFile {
  private static final String STRUCTURED = "{\"()\": \"singer_sdk.logging.StructuredFormatter\"}";
  private static final String BARE = "{\"format\": \"%(message)s\"}";

  private SdkFile() {}

  static Map<String, String> structured(Path folder, String level) {
    return named(folder, meltano(STRUCTURED, level));
  }

  static Map<String, String> bare(Path folder, String level) {
    return named(folder, meltano(BARE, level));
  }

  /** The environment that names a file with this text. */
  static Map<String, String> named(Path folder, String text) {
    try {
      var file = Files.writeString(folder.resolve("tap.singer_sdk_logging.json"), text);
      return Map.of("SINGER_SDK_LOG_CONFIG", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String meltano(String formatter, String level) {
    return """
    {
      "version": 1,
      "disable_existing_loggers": true,
      "formatters": {"singer_formatter": %s},
      "handlers": {
        "console": {
          "class": "logging.StreamHandler",
          "formatter": "singer_formatter",
          "stream": "ext://sys.stderr"
        }
      },
      "root": {"handlers": ["console"], "level": "%s"}
    }
    """
        .formatted(formatter, level);
  }
}
