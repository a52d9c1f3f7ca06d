package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.airbyte.line.Generation;
import io.github.tapvirtuous.airbyte.line.StreamState;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.file.JsonFile;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.sync.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** What a read is asked for: the streams that somebody chose, and how each of them is wanted. */
public final class ConfiguredCatalog {
  private static final String REMEDY = "Give the configured catalog of the connection.";

  private final Map<String, ConfiguredStream> streams;

  private ConfiguredCatalog(Map<String, ConfiguredStream> streams) {
    this.streams = streams;
  }

  /**
   * Reads the file that {@code --catalog} names.
   *
   * @throws ConfigException when it cannot be read, or is no configured catalog
   */
  public static ConfiguredCatalog read(Path file) {
    return of(new JsonFile("catalog", file, REMEDY).read());
  }

  static ConfiguredCatalog of(JsonNode catalog) {
    if (!catalog.path("streams").isArray()) {
      throw new ConfigException("The catalog has no list named \"streams\".", REMEDY);
    }
    var streams = new LinkedHashMap<String, ConfiguredStream>();
    for (var json : catalog.path("streams")) {
      add(ConfiguredStream.of(json), streams);
    }
    return new ConfiguredCatalog(streams);
  }

  private static void add(ConfiguredStream stream, Map<String, ConfiguredStream> streams) {
    if (stream.name().isEmpty()) {
      throw new ConfigException("A stream of the catalog has no name.", REMEDY);
    }
    if (streams.put(stream.name(), stream) != null) {
      var shown = ForeignText.name(stream.name());
      throw new ConfigException("The catalog has the stream " + shown + " twice.", REMEDY);
    }
  }

  /**
   * What can be read of it.
   *
   * @param withEvents whether there are events that may tell of rows
   * @param failed told of each stream that cannot be read, and why
   */
  public Selection selection(boolean withEvents, BiConsumer<String, ConfigException> failed) {
    List<SelectedStream> selected = new ArrayList<>();
    for (var stream : streams.values()) {
      try {
        selected.add(stream.selected(withEvents));
      } catch (ConfigException unreadable) {
        failed.accept(stream.name(), unreadable);
      }
    }
    return new Selection(selected);
  }

  /** The column by which a destination orders the versions of a row, if it can. */
  Optional<String> cursor(String stream) {
    return Optional.ofNullable(streams.get(stream)).flatMap(ConfiguredStream::cursor);
  }

  Generation generation(String stream) {
    var configured = streams.get(stream);
    return configured == null ? Generation.NONE : configured.generation();
  }

  /** Whether a stream goes on from a state; one that nobody asks for does. */
  boolean continues(String stream, StreamState state) {
    var configured = streams.get(stream);
    return configured == null || configured.continues(state);
  }

  /** Whether a state shows that nothing more is to come of a stream. */
  boolean isDone(String stream, StreamState state) {
    var configured = streams.get(stream);
    return configured != null && configured.isDone(state);
  }

  /** The key of the last row that is there already of a full refresh that goes on. */
  OptionalLong goesOnAt(String stream, StreamState state) {
    var configured = streams.get(stream);
    return configured == null ? OptionalLong.empty() : configured.goesOnAt(state);
  }
}
