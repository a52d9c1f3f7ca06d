package io.github.tapvirtuous.reliability.history;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.TableSchema;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A target that upserts column by column, deletes the rows of earlier versions when one is over,
 * and dies when it is told to; and the state kept of it.
 */
final class Store implements MessagePort, Checkpoints {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, TreeMap<Long, ObjectNode>> rows = new HashMap<>();
  private final Map<String, Map<Long, Long>> versions = new HashMap<>();
  private final Map<String, Set<Long>> taken = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final Map<String, TableSchema> schemas = new HashMap<>();
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private int messagesToLive = Integer.MAX_VALUE;

  /** For one more run. */
  Store livingFor(int messages) {
    messagesToLive = messages;
    outcomes.clear();
    schemas.clear();
    taken.clear();
    return this;
  }

  private void take() {
    if (messagesToLive-- <= 0) {
      throw new OutputException(new IOException("Broken pipe"));
    }
  }

  @Override
  public Optional<Checkpoint> of(String stream) {
    return Optional.ofNullable(states.get(stream))
        .map(text -> new Checkpoint((ObjectNode) JSON.readTree(text)));
  }

  @Override
  public void started(String stream, TableSchema schema) {
    take();
    schemas.put(stream, schema);
  }

  @Override
  public void rows(String stream, RenderedPage page, Instant extractedAt, RowVersion version) {
    var stored = rows.computeIfAbsent(stream, none -> new TreeMap<>());
    for (int row = 0; row < page.rows(); row++) {
      take();
      var json = Arrays.copyOfRange(page.bytes(), page.start(row), page.end(row));
      var record = (ObjectNode) JSON.readTree(json);
      var key = record.path("id").longValue();
      stored.computeIfAbsent(key, none -> JSON.createObjectNode()).setAll(record);
      versions(stream).put(key, version.number());
    }
  }

  private Map<Long, Long> versions(String stream) {
    return versions.computeIfAbsent(stream, none -> new HashMap<>());
  }

  @Override
  public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {
    for (var key : gone.keys()) {
      take();
      rows(stream).remove(key);
      versions(stream).remove(key);
    }
  }

  @Override
  public void superseded(String stream, RowVersion version) {
    take();
    var gone = new TreeSet<>(versions(stream).keySet());
    gone.removeIf(key -> versions(stream).getOrDefault(key, 0L) >= version.number());
    versions(stream).keySet().removeAll(gone);
    rows(stream).keySet().removeAll(gone);
    taken.put(stream, gone);
  }

  @Override
  public void checkpoint(String stream, Checkpoint state, long number) {
    take();
    states.put(stream, state.json().toString());
  }

  @Override
  public void finished(String stream, Outcome outcome) {
    outcomes.put(stream, outcome);
  }

  /** Whether a stream came to its good end in the last run. */
  boolean hasAll(String stream) {
    return Optional.ofNullable(outcomes.get(stream)).filter(Outcome::isSuccess).isPresent();
  }

  /** The keys of rows that a version took away in the last run; empty if none was over. */
  Optional<Set<Long>> taken(String stream) {
    return Optional.ofNullable(taken.get(stream));
  }

  boolean hasColumn(String stream, String name) {
    return Optional.ofNullable(schemas.get(stream)).stream()
        .flatMap(schema -> schema.columns().stream())
        .anyMatch(column -> column.name().equals(name));
  }

  /** The bookmark of a stream; missing before its first one. */
  JsonNode bookmark(String stream) {
    return of(stream).map(state -> (JsonNode) state.json()).orElse(JSON.missingNode());
  }

  boolean isInterrupted(String stream) {
    var bookmark = bookmark(stream);
    return !bookmark.path("complete").asBoolean(true) && bookmark.path("rows_sent").asInt(0) > 0;
  }

  Map<Long, ObjectNode> rows(String stream) {
    return rows.getOrDefault(stream, new TreeMap<>());
  }

  Map<String, Outcome> outcomes() {
    return outcomes;
  }
}
