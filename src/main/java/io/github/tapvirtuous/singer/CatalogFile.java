package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.error.ConfigException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file behind {@code --catalog}, as JSON. */
final class CatalogFile {
  static final String MAKE_ANEW = "Make it anew: tap-virtuous --config FILE --discover > FILE.";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private CatalogFile() {}

  static JsonNode read(Path file) {
    var json = parsed(file, bytes(file));
    if (json.isMissingNode()) {
      throw new ConfigException("The catalog " + file + " is empty.", MAKE_ANEW);
    }
    return json;
  }

  private static JsonNode parsed(Path file, byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw notJson(file, e);
    }
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new ConfigException("The catalog " + file + " is a folder.", "Name a file.");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ConfigException(
          "The catalog " + file + " does not exist.", "Check the path. " + MAKE_ANEW, e);
    } catch (AccessDeniedException e) {
      throw new ConfigException(
          "The catalog " + file + " may not be read.", "Give this user the right to read it.", e);
    } catch (IOException e) {
      throw new ConfigException(
          "The catalog " + file + " cannot be read (" + e.getMessage() + ").",
          "Check the file and its disk.",
          e);
    }
  }

  /** Says where, and quotes nothing: the wrong file may have been named. */
  private static ConfigException notJson(Path file, JacksonException cause) {
    var at = cause.getLocation();
    return new ConfigException(
        String.format(
            "The catalog %s is not valid JSON (line %d, column %d).",
            file, at.getLineNr(), at.getColumnNr()),
        "Correct it there. " + MAKE_ANEW,
        cause);
  }
}
