package io.github.tapvirtuous.reliability.events;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A target that puts columns by key, deletes what is said to be gone, dies when it is told to, and
 * may lose its state and find an older one.
 */
final class Warehouse implements MessagePort, Checkpoints {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final NavigableMap<Long, ObjectNode> rows = new TreeMap<>();
  private final List<Optional<String>> states = new ArrayList<>(List.of(Optional.empty()));
  private int messagesToLive = Integer.MAX_VALUE;
  private Optional<Outcome> outcome = Optional.empty();

  Warehouse livingFor(int messages) {
    messagesToLive = messages;
    outcome = Optional.empty();
    return this;
  }

  /** An older state, or none, is the last from now on. */
  void loseStates(Random random) {
    states.subList(1 + random.nextInt(states.size()), states.size()).clear();
  }

  private void take() {
    if (messagesToLive-- <= 0) {
      throw new OutputException(new IOException("Broken pipe"));
    }
  }

  @Override
  public Optional<Checkpoint> of(String stream) {
    return states
        .get(states.size() - 1)
        .map(text -> new Checkpoint((ObjectNode) JSON.readTree(text)));
  }

  @Override
  public void started(String stream, TableSchema schema) {
    take();
  }

  @Override
  public void rows(String stream, RenderedPage page, Instant extractedAt, RowVersion version) {
    for (int row = 0; row < page.rows(); row++) {
      take();
      var json = Arrays.copyOfRange(page.bytes(), page.start(row), page.end(row));
      var record = (ObjectNode) JSON.readTree(json);
      var key = record.path("id").longValue();
      rows.computeIfAbsent(key, none -> JSON.createObjectNode()).setAll(record);
    }
  }

  @Override
  public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {
    for (var key : gone.keys()) {
      take();
      rows.remove(key);
    }
  }

  @Override
  public void superseded(String stream, RowVersion version) {
    take();
  }

  @Override
  public void checkpoint(String stream, Checkpoint state, long number) {
    take();
    states.add(Optional.of(state.json().toString()));
  }

  @Override
  public void finished(String stream, Outcome ending) {
    outcome = Optional.of(ending);
  }

  /** Whether the last run came to a good end. */
  boolean isDone() {
    return outcome.filter(Outcome::isSuccess).isPresent();
  }

  /** The last state as JSON. */
  String state() {
    return states.get(states.size() - 1).orElse("");
  }

  /** One column of all rows, by their keys. */
  NavigableMap<Long, String> column(String name) {
    var values = new TreeMap<Long, String>();
    rows.forEach((key, row) -> values.put(key, row.path(name).asString("")));
    return values;
  }
}
