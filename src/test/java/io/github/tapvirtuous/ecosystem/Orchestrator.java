package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.pipeline.Ended;
import io.github.tapvirtuous.ecosystem.pipeline.Pipeline;
import io.github.tapvirtuous.ecosystem.pipeline.Tap;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.ecosystem.truth.Comparison;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs a tap into a target, and keeps what it needs for the next run: catalog and state. */
public final class Orchestrator implements AutoCloseable {
  private final Path folder;
  private final StandIn virtuous;
  private final StandInServer server;
  private final Target target;
  private final Tap tap;
  private JsonNode catalog = JsonNodeFactory.instance.nullNode();
  private Optional<JsonNode> state = Optional.empty();

  /** For some tables, or for all if none is named. */
  public Orchestrator(Path folder, StandIn virtuous, Target target, String... tables)
      throws IOException {
    this.folder = folder;
    this.virtuous = virtuous;
    this.target = target;
    server = StandInServer.serving(virtuous, 0);
    tap = new Tap(folder, server.baseUri());
    target.tapSettings().forEach(tap::set);
    if (tables.length > 0) {
      tap.set("tables", tables);
    }
  }

  public Orchestrator discover() throws Exception {
    catalog = tap.discover();
    return this;
  }

  /** A run in which all goes well, with what was discovered last. */
  public Ended run() throws Exception {
    var ended = tryToRun();
    assertThat(ended.tapCode()).as(ended.tapLog()).isZero();
    assertThat(ended.readerCode()).as(ended.readerLog()).isZero();
    return ended;
  }

  /** A run that may fail. */
  public Ended tryToRun() throws Exception {
    return end(Pipeline.of(folder, tap.sync(state), target.program()));
  }

  /** A run into which somebody breaks while the tap waits for this page of gifts. */
  public Ended run(int skip, Consumer<Pipeline> interruption) throws Exception {
    var running = new CompletableFuture<Pipeline>();
    virtuous.plan(
        When.page(skip).of("gifts"),
        Fault.onStandIn("interrupted", any -> interruption.accept(running.join())));
    running.complete(Pipeline.of(folder, tap.sync(state), target.program()));
    return end(running.join());
  }

  /** A run with a program between tap and target, such as {@code head}. */
  public Ended runThrough(String... command) throws Exception {
    return end(Pipeline.of(folder, tap.sync(state), new ProcessBuilder(command), target.program()));
  }

  private Ended end(Pipeline pipeline) throws Exception {
    var ended = pipeline.ended();
    state = ended.state().or(() -> state);
    return ended;
  }

  /** The place in a stream where the next run takes it up. */
  int reached(String stream) {
    return bookmark(stream).path("index").asInt(0);
  }

  private JsonNode bookmark(String stream) {
    return state.orElseGet(JsonNodeFactory.instance::objectNode).path("bookmarks").path(stream);
  }

  public Comparison comparison() {
    return new Comparison(virtuous, target, catalog);
  }

  /** All rows are stored, each as it is, and none besides. */
  void expectTheTruth() {
    assertThat(comparison().differences()).isEmpty();
  }

  /** What is stored is right, and no state says of a row that it need not come any more. */
  void expectNoLie() {
    assertThat(comparison().wrongRows()).isEmpty();
    streams().forEach(this::expectStored);
  }

  /** Those of the catalog. */
  List<String> streams() {
    var streams = catalog.path("streams").valueStream();
    return streams.map(stream -> stream.path("stream").asString()).toList();
  }

  /** The rows that the state says need no reading any more. */
  private void expectStored(String stream) {
    var bookmark = bookmark(stream);
    var complete = bookmark.path("complete").asBoolean(false);
    var reached = bookmark.path("last_key").asLong(Long.MIN_VALUE);
    var claimed = virtuous.ids(stream).stream().filter(id -> complete || id <= reached).toList();
    var stored = target.rows(stream).stream().map(row -> row.path("id").asLong()).toList();
    assertThat(stored).as(stream + " by " + state).containsAll(claimed);
  }

  @Override
  public void close() {
    server.close();
  }
}
