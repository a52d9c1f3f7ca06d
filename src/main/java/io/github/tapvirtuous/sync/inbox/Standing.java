package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.keyed.KeyNumbers;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes on what is said, and remembers where each stream stands by now. */
final class Standing implements MessagePort, Checkpoints {
  private final MessagePort port;
  private final Checkpoints incoming;
  private final Map<String, Checkpoint> latest = new HashMap<>();
  private final Map<String, Set<Long>> watched = new HashMap<>();
  private final Map<String, Set<Long>> seen = new HashMap<>();

  Standing(MessagePort port, Checkpoints incoming) {
    this.port = port;
    this.incoming = incoming;
  }

  @Override
  public Optional<Checkpoint> of(String stream) {
    return Optional.ofNullable(latest.get(stream)).or(() -> incoming.of(stream));
  }

  /** Where it stood before the run, which is where a target has confirmed it to be. */
  Optional<Checkpoint> before(String stream) {
    return incoming.of(stream);
  }

  /** Whether these keys come is worth remembering. */
  void watch(String stream, Set<Long> keys) {
    watched.put(stream, Set.copyOf(keys));
  }

  /** What comes of a stream from now on is what events say: that is no read of its rows. */
  void watchNoLonger(String stream) {
    watched.remove(stream);
  }

  /** Whether a watched key has come. */
  boolean hasSeen(String stream, long key) {
    return seen.getOrDefault(stream, Set.of()).contains(key);
  }

  @Override
  public void started(String stream, TableSchema schema) {
    port.started(stream, schema);
  }

  @Override
  public void rows(String stream, RenderedPage rows, Instant extractedAt, RowVersion version) {
    see(stream, rows);
    port.rows(stream, rows, extractedAt, version);
  }

  private void see(String stream, RenderedPage rows) {
    var keys = watched.getOrDefault(stream, Set.of());
    if (!keys.isEmpty()) {
      var come = seen.computeIfAbsent(stream, none -> new HashSet<>());
      KeyNumbers.of(rows).filter(keys::contains).forEach(come::add);
    }
  }

  @Override
  public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {
    port.deleted(stream, gone, at, version);
  }

  @Override
  public void superseded(String stream, RowVersion version) {
    port.superseded(stream, version);
  }

  @Override
  public void checkpoint(String stream, Checkpoint state, long rows) {
    latest.put(stream, state);
    port.checkpoint(stream, state, rows);
  }

  @Override
  public void finished(String stream, Outcome outcome) {
    port.finished(stream, outcome);
  }
}
