package io.github.tapvirtuous.reliability;

import io.github.tapvirtuous.testing.output.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What two families of targets make of a tap's lines: which rows are stored when, and which state
 * is published when. Seen in their source and with real runs, 2026.
 */
sealed interface TargetModel {
  void accept(JsonNode line);

  /** The tap's output has ended, in good order or because the tap died: a target cannot tell. */
  void end();

  Store store();

  /**
   * The rows of each stream, with their versions: those in a buffer, and those that a crash cannot
   * take any more.
   */
  final class Store {
    private final Map<String, Map<Long, Long>> buffered = new HashMap<>();
    private final Map<String, Map<Long, Long>> stored = new HashMap<>();
    private final BiConsumer<JsonNode, Map<String, Set<Long>>> onPublish;
    private Optional<JsonNode> published = Optional.empty();

    /**
     * @param held what earlier runs have stored
     * @param onPublish sees each state that is published, with the rows stored by then
     */
    Store(
        Map<String, Map<Long, Long>> held, BiConsumer<JsonNode, Map<String, Set<Long>>> onPublish) {
      held.forEach((stream, rows) -> stored.put(stream, new HashMap<>(rows)));
      this.onPublish = onPublish;
    }

    /** Returns how many rows of the stream are in the buffer now. */
    int buffer(JsonNode line) {
      var rows = buffered.computeIfAbsent(stream(line), none -> new HashMap<>());
      var row = line.path("record"); // of segments, the key comes first and is called otherwise
      var key = row.path("id").asLong(row.iterator().next().asLong(0));
      rows.put(key, line.path("version").asLong(0));
      return rows.size();
    }

    /** Stores what is in the buffer first. */
    void activate(JsonNode line) {
      flush(stream(line));
      var active = line.path("version").longValue();
      stored.getOrDefault(stream(line), new HashMap<>()).values().removeIf(each -> each < active);
    }

    boolean hasBuffered(String stream) {
      return !buffered.getOrDefault(stream, Map.of()).isEmpty();
    }

    boolean hasBuffered() {
      return buffered.keySet().stream().anyMatch(this::hasBuffered);
    }

    void flush(String stream) {
      stored
          .computeIfAbsent(stream, none -> new HashMap<>())
          .putAll(buffered.getOrDefault(stream, Map.of()));
      buffered.remove(stream);
    }

    void flushAll() {
      Set.copyOf(buffered.keySet()).forEach(this::flush);
    }

    void publish(JsonNode state) {
      published = Optional.of(state.deepCopy());
      var keys = new HashMap<String, Set<Long>>();
      stored.forEach((stream, rows) -> keys.put(stream, rows.keySet()));
      onPublish.accept(state, keys);
    }

    Optional<JsonNode> published() {
      return published;
    }

    /** The target process is gone: its buffer with it. */
    void crash() {
      buffered.clear();
    }

    Map<Long, Long> rows(String stream) {
      return stored.getOrDefault(stream, Map.of());
    }

    static String stream(JsonNode line) {
      return line.path("stream").asString();
    }
  }

  /**
   * The family of pipelinewise: ignores versions, takes the first state for committed, and after a
   * batch of one stream moves the bookmark of that stream alone.
   */
  final class Batching implements TargetModel {
    private final Store store;
    private final int batch;
    private Optional<JsonNode> latest = Optional.empty();
    private Optional<ObjectNode> flushed = Optional.empty();

    Batching(Store store, int batch) {
      this.store = store;
      this.batch = batch;
    }

    @Override
    public void accept(JsonNode line) {
      if (Messages.is(line, "STATE")) {
        state(line.path("value"));
      } else if (Messages.is(line, "SCHEMA") && store.hasBuffered(Store.stream(line))) {
        flushAll();
      } else if (Messages.is(line, "RECORD") && store.buffer(line) >= batch) {
        flush(Store.stream(line));
      }
    }

    private void state(JsonNode value) {
      latest = Optional.of(value);
      if (flushed.map(JsonNode::isEmpty).orElse(true)) {
        flushed = Optional.of((ObjectNode) value.deepCopy());
      }
    }

    private void flush(String stream) {
      store.flush(stream);
      var bookmark = latest.orElseThrow().path("bookmarks").path(stream);
      if (!bookmark.isMissingNode()) {
        flushed.orElseThrow().withObjectProperty("bookmarks").set(stream, bookmark.deepCopy());
      }
      store.publish(flushed.orElseThrow());
    }

    private void flushAll() {
      store.flushAll();
      flushed = latest.map(state -> (ObjectNode) state.deepCopy());
      store.publish(flushed.orElseThrow());
    }

    @Override
    public void end() {
      if (store.hasBuffered()) {
        flushAll();
      } else {
        flushed.ifPresent(store::publish);
      }
    }

    @Override
    public Store store() {
      return store;
    }
  }

  /**
   * The family of the SDK, or who of it knows versions: stores full batches without a word, and
   * publishes the latest state only when all is drained, now and then and at the end.
   */
  final class Draining implements TargetModel {
    private final Store store;
    private final int batch;
    private final int drainEvery;
    private Optional<JsonNode> latest = Optional.empty();
    private int lines;

    Draining(Store store, int batch, int drainEvery) {
      this.store = store;
      this.batch = batch;
      this.drainEvery = drainEvery;
    }

    @Override
    public void accept(JsonNode line) {
      if (Messages.is(line, "STATE")) {
        latest = Optional.of(line.path("value"));
      } else if (Messages.is(line, "RECORD") && store.buffer(line) >= batch) {
        store.flush(Store.stream(line));
      } else if (Messages.is(line, "ACTIVATE_VERSION")) {
        store.activate(line);
      }
      if (++lines % drainEvery == 0) {
        end();
      }
    }

    @Override
    public void end() {
      store.flushAll();
      latest.ifPresent(store::publish);
    }

    @Override
    public Store store() {
      return store;
    }
  }
}
