package io.github.tapvirtuous.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.sync.read.Batch;
import io.github.tapvirtuous.sync.read.Batches;
import io.github.tapvirtuous.sync.read.ReadEnd;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gives what a test wants to be read of gifts, without anybody to read it from. */
final class FakeBatches implements Batches {
  static final Instant EXTRACTED = Instant.parse("2026-03-02T10:00:00Z");
  static final SelectedStream GIFTS =
      SelectedStream.of(
          TableMap.named("gifts").orElseThrow(),
          new TableSchema(
              List.of(new Column("id", FieldType.INTEGER), new Column("amount", FieldType.INTEGER)),
              "id"));

  private final Deque<Supplier<Batch>> coming = new ArrayDeque<>();
  private Supplier<ReadEnd> end = () -> new ReadEnd(Outcome.VERIFIED, "");
  private String besides = "";
  private long rows;
  private RowVersion version = RowVersion.NONE;
  private boolean supersedes;

  /** Some rows, and a checkpoint behind them that says how many there were so far. */
  FakeBatches with(String list) {
    coming.add(() -> batch(list, true));
    return this;
  }

  FakeBatches withoutCheckpoint(String list) {
    coming.add(() -> batch(list, false));
    return this;
  }

  FakeBatches failing(RuntimeException failure) {
    coming.add(
        () -> {
          throw failure;
        });
    return this;
  }

  FakeBatches ending(Supplier<ReadEnd> ending) {
    end = ending;
    return this;
  }

  /** All rows carry it, and every other is gone after each batch from now on. */
  FakeBatches superseding(RowVersion others) {
    version = others;
    supersedes = true;
    return this;
  }

  FakeBatches lacking(String sentence) {
    besides = sentence;
    return this;
  }

  private Batch batch(String list, boolean hasCheckpoint) {
    var renderer = new PageRenderer(GIFTS.table(), GIFTS.schema(), Set.of());
    var page = renderer.render(Bytes.of(list.getBytes(UTF_8)));
    rows += page.rows();
    var state = new Checkpoint(JsonNodeFactory.instance.objectNode().put("rows", rows));
    return new Batch(
        page, EXTRACTED, version, supersedes, Optional.of(state).filter(any -> hasCheckpoint));
  }

  @Override
  public void prefetch() {}

  @Override
  public Optional<Batch> next() {
    return Optional.ofNullable(coming.poll()).map(Supplier::get);
  }

  @Override
  public boolean isNearlyDone() {
    return coming.isEmpty();
  }

  @Override
  public long rowsSoFar() {
    return rows;
  }

  @Override
  public ReadEnd end() {
    return end.get();
  }

  @Override
  public SourceException besides(SourceException failure) {
    return besides.isEmpty() ? failure : new SourceException(failure.kind(), besides, "", failure);
  }

  @Override
  public void close() {}
}
