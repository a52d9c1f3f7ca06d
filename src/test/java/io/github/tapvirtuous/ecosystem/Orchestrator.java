package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.ecosystem.truth.Comparison;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.output.StrictJson;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Piped;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs a tap into a target, and keeps what it needs for the next run: catalog and state. */
public final class Orchestrator implements AutoCloseable {
  private final StandIn virtuous;
  private final StandInServer server;
  private final Target target;
  private final BuiltTap tap;
  private JsonNode catalog = JsonNodeFactory.instance.nullNode();
  private Optional<JsonNode> state = Optional.empty();

  /** For some tables, or for all if none is named. */
  public Orchestrator(Path folder, StandIn virtuous, Target target, String... tables)
      throws IOException {
    this.virtuous = virtuous;
    this.target = target;
    server = StandInServer.serving(virtuous, 0);
    tap = inSmallPages(folder, server.baseUri());
    target.tapSettings().forEach(tap::set);
    if (tables.length > 0) {
      tap.set("tables", tables);
    }
  }

  /** One page after the other, and no long wait for a server that is gone. */
  public static BuiltTap inSmallPages(Path folder, URI baseUri) {
    return new BuiltTap(folder, baseUri)
        .set("page_size", 25)
        .set("max_concurrent_requests", 1)
        .set("retry_limit", 2)
        .set("retry_delay", 0);
  }

  BuiltTap tap() {
    return tap;
  }

  public Orchestrator discover() throws Exception {
    catalog = tap.discover();
    return this;
  }

  /** A run in which all goes well, with what was discovered last. */
  public Piped.Ended run() throws Exception {
    return tryToRun().well();
  }

  /** A run that may fail. */
  public Piped.Ended tryToRun() throws Exception {
    return end(start());
  }

  private Piped start() throws IOException {
    return tap.sync(state).startInto(target.program());
  }

  /** A run into which somebody breaks while the tap waits for this page of gifts. */
  public Piped.Ended run(int skip, Consumer<Piped> interruption) throws Exception {
    var running = new CompletableFuture<Piped>();
    virtuous.plan(
        When.page(skip).of("gifts"),
        Fault.onStandIn("interrupted", any -> interruption.accept(running.join())));
    running.complete(start());
    return end(running.join());
  }

  /** A run with a program between tap and target, such as {@code head}. */
  public Piped.Ended runThrough(String... command) throws Exception {
    return end(tap.sync(state).startInto(Launch.of(List.of(command)), target.program()));
  }

  private Piped.Ended end(Piped pipeline) throws Exception {
    try (pipeline) {
      var ended = pipeline.ended();
      state = published(ended.reader()).or(() -> state);
      return ended;
    }
  }

  /** The last state that the target printed, which is bare; targets print other lines as well. */
  private static Optional<JsonNode> published(Ran target) {
    return target.lines().stream()
        .filter(line -> line.startsWith("{"))
        .map(StrictJson::of)
        .reduce((older, newer) -> newer);
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
