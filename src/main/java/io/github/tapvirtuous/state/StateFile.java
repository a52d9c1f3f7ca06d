package io.github.tapvirtuous.state;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.file.JsonFile;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The file behind {@code --state}. */
public final class StateFile {
  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
  private static final String REMEDY =
      "Give the last state that the target printed, or leave --state out to start fresh.";

  private StateFile() {}

  /**
   * An empty file, or an empty object, is a fresh start.
   *
   * @throws ConfigException when it holds anything but a JSON object
   */
  public static Bookmarks read(Path path) {
    var file = new JsonFile("state", path, REMEDY);
    var json = file.read();
    if (json.isMissingNode()) {
      return Bookmarks.empty();
    }
    if (!(json instanceof ObjectNode state)) {
      throw new ConfigException(file.name() + " is not a JSON object.", REMEDY);
    }
    if (state.has("bookmarks") && !state.path("bookmarks").isObject()) {
      LOG.warn("The state's \"bookmarks\" is not an object: it is replaced by an empty one.");
    }
    return Bookmarks.of(state);
  }
}
