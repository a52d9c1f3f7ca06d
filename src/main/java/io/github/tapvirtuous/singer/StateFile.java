package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.config.ConfigReader;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.file.JsonFile;
import io.github.tapvirtuous.json.JsonKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A file with a state, such as the one behind {@code --state}. */
public final class StateFile {
  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
  private static final String REMEDY =
      "Give the last state that the target printed; to start a run fresh, leave --state out.";
  private static final String STATE = "STATE";
  private static final Set<String> OTHER_MESSAGES =
      Set.of("RECORD", "SCHEMA", "BATCH", "ACTIVATE_VERSION");
  private static final int NAMES_SHOWN = 5;

  private final JsonFile file;

  private StateFile(Path path) {
    this.file = new JsonFile("state", path, REMEDY);
  }

  /**
   * An empty file, or an empty object, is a fresh start; of a whole STATE message the value counts.
   *
   * @throws ConfigException when it holds anything but a JSON object, or what is surely no state
   */
  public static StateEnvelope read(Path path) {
    return new StateFile(path).read();
  }

  private StateEnvelope read() {
    var json = file.read(StateFile::whereMoreFollows);
    if (json.isMissingNode()) {
      return StateEnvelope.empty();
    }
    if (!(json instanceof ObjectNode object)) {
      throw new ConfigException(file.name() + " is not a JSON object.", REMEDY);
    }
    var state = unwrapped(object);
    if (!state.isEmpty() && !state.has(StateEnvelope.BOOKMARKS)) {
      judge(state);
    } else if (state.has(StateEnvelope.BOOKMARKS)
        && !state.path(StateEnvelope.BOOKMARKS).isObject()) {
      LOG.warn("The state's \"bookmarks\" is not an object: it is replaced by an empty one.");
    }
    return StateEnvelope.of(state);
  }

  /** Earlier versions wrapped a message into a message, run after run. */
  private ObjectNode unwrapped(ObjectNode object) {
    var state = object;
    var wrapped = value(state);
    if (wrapped.isPresent()) {
      LOG.info("{} is a whole STATE message: its \"value\" is taken.", file.name());
    }
    while (wrapped.isPresent()) {
      state = wrapped.get();
      wrapped = value(state);
    }
    return state;
  }

  private static Optional<ObjectNode> value(ObjectNode message) {
    return type(message).equals(STATE) && !message.has(StateEnvelope.BOOKMARKS)
        ? message.path("value").asObjectOpt()
        : Optional.empty();
  }

  /** Whatever it is, it is kept, unless it would go where it must not. */
  private void judge(ObjectNode state) {
    if (OTHER_MESSAGES.contains(type(state))) {
      throw new ConfigException(file.name() + " is a " + type(state) + " message.", REMEDY);
    }
    if (ConfigReader.mayHoldSecret(state)) {
      throw new ConfigException(
          file.name() + " is a config, and its key would be in every state.", REMEDY);
    }
    LOG.warn(
        "{} has no \"bookmarks\", only {}: that is kept, and every stream starts afresh. {}",
        file.name(),
        names(state),
        REMEDY);
  }

  private static String names(ObjectNode state) {
    return ForeignText.names(
        state.propertyNames(), NAMES_SHOWN, name -> JsonKind.quoted(StringNode.valueOf(name)));
  }

  private static String whereMoreFollows(JsonNode first) {
    var type = type(first);
    if (type.equals(STATE) || OTHER_MESSAGES.contains(type)) {
      return "It holds messages of a tap, the first a " + type + ". " + REMEDY;
    }
    return first.has(StateEnvelope.BOOKMARKS)
        ? "It holds several states: the last line alone is needed. " + REMEDY
        : "Correct it there. " + REMEDY;
  }

  private static String type(JsonNode message) {
    return message.path("type").asString("");
  }
}
