package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.file.JsonFile;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The file behind {@code --catalog}, as JSON. */
final class CatalogFile {
  static final String MAKE_ANEW = "Make it anew: tap-virtuous --config FILE --discover > FILE.";

  private CatalogFile() {}

  static JsonNode read(Path file) {
    var catalog = new JsonFile("catalog", file, MAKE_ANEW);
    var json = catalog.read();
    if (json.isMissingNode()) {
      throw new ConfigException(catalog.name() + " is empty.", MAKE_ANEW);
    }
    return json;
  }
}
