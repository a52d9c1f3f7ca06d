package io.github.tapvirtuous.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this program. */
public final class Version {
  private Version() {}

  public static String current() {
    try (var file = Version.class.getResourceAsStream("/version.properties")) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(file));
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
