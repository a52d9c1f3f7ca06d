package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.airbyte.line.StreamState;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.file.JsonFile;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Where earlier reads left each stream: the states that they said, as the platform keeps them. */
public final class AirbyteStates implements Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(AirbyteStates.class);
  private static final String REMEDY =
      "Give the states of earlier reads, a list; to read all anew, leave --state out.";

  private final Map<String, Checkpoint> streams = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Map<String, Long> lastKeys = new HashMap<>();

  private AirbyteStates() {}

  /** Of a first read. */
  public static AirbyteStates none() {
    return new AirbyteStates();
  }

  /**
   * Reads the file that {@code --state} names. An empty one is a fresh start, and so is a stream of
   * which another generation is wanted.
   *
   * @throws ConfigException when it cannot be read, or holds other than states of streams
   */
  public static AirbyteStates read(Path file, ConfiguredCatalog catalog) {
    return of(new JsonFile("state", file, REMEDY).read(), catalog);
  }

  static AirbyteStates of(JsonNode json, ConfiguredCatalog catalog) {
    var states = new AirbyteStates();
    list(json).forEach(state -> states.add(state, catalog));
    return states;
  }

  private static List<JsonNode> list(JsonNode json) {
    if (json.isArray()) {
      return json.valueStream().toList();
    }
    var isFresh = json.isMissingNode() || json.isNull() || (json.isObject() && json.isEmpty());
    return isFresh ? List.of() : List.of(json);
  }

  /** What else stands in a state is the platform's own. */
  private void add(JsonNode state, ConfiguredCatalog catalog) {
    var stream = state.path("stream");
    var name = stream.path("stream_descriptor").path("name").asString("");
    if (name.isEmpty()) {
      throw new ConfigException("The state holds other than the states of streams.", REMEDY);
    }
    var known = StreamState.of(stream.path("stream_state"));
    if (catalog.continues(name, known)) {
      streams.put(name, known.checkpoint());
    } else {
      LOG.info("{}: another generation is wanted, so it is read from the start.", name);
    }
    if (catalog.isDone(name, known)) {
      done.add(name);
    }
    catalog.goesOnAt(name, known).ifPresent(key -> lastKeys.put(name, key));
  }

  /** The last keys that earlier attempts of this sync have brought, of streams that go on there. */
  public Map<String, Long> lastKeys() {
    return Map.copyOf(lastKeys);
  }

  /** Where a stream stands of which nothing more is to come in this sync. */
  public Optional<Checkpoint> done(String stream) {
    return done.contains(stream) ? of(stream) : Optional.empty();
  }

  @Override
  public Optional<Checkpoint> of(String stream) {
    return Optional.ofNullable(streams.get(stream));
  }
}
