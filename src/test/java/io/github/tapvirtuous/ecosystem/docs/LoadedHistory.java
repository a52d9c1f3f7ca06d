package io.github.tapvirtuous.ecosystem.docs;

import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.output.StrictJson;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A {@link GiftHistory} that a target has loaded twice, by the config that the docs have for it.
 * Between both runs a gift was deleted, and what it was for.
 */
final class LoadedHistory implements AutoCloseable {
  private static final Path TARGETS = Path.of("docs", "targets.md");

  private final Path folder;
  private final StandIn virtuous;
  private final Warehouse warehouse;
  private final JsonNode deleted;

  private LoadedHistory(Path folder, int gifts) throws SQLException {
    this.folder = folder;
    virtuous = GiftHistory.of(gifts);
    warehouse = Warehouse.empty();
    deleted = GiftSums.rows(virtuous, "gifts").get(gifts / 2);
  }

  /** Of all tables, among them so many gifts. */
  static LoadedHistory of(Path folder, int gifts) throws Exception {
    var history = new LoadedHistory(folder, gifts);
    history.load();
    return history;
  }

  private void load() throws Exception {
    var config = Page.blocks(TARGETS, "### target-postgres of MeltanoLabs", "json").get(0);
    Files.writeString(folder.resolve("target.json"), Page.with(Page.server(), config));
    try (var server = StandInServer.serving(virtuous, 0)) {
      var tap = new BuiltTap(folder, server.baseUri()).set("emit_activate_version_messages", true);
      var state = run(tap, Optional.empty());
      virtuous.delete("gifts", deletedGift());
      deletedDesignations().forEach(id -> virtuous.delete("gift_destinations", id));
      run(tap, state);
    }
  }

  /** The state that the target printed last. */
  private Optional<JsonNode> run(BuiltTap tap, Optional<JsonNode> state)
      throws IOException, InterruptedException {
    var program = new Environment("meltanolabs-postgres").program("target-postgres");
    var target = Launch.of(program, "--config", "target.json").from(folder);
    try (var pipeline = tap.sync(state).startInto(target)) {
      return pipeline.ended().well().reader().lines().stream()
          .filter(line -> line.startsWith("{"))
          .map(StrictJson::of)
          .reduce((older, newer) -> newer);
    }
  }

  Warehouse warehouse() {
    return warehouse;
  }

  /** As they are now. */
  GiftSums gifts() {
    return GiftSums.of(virtuous);
  }

  long deletedGift() {
    return deleted.path("id").asLong();
  }

  List<Long> deletedDesignations() {
    var parts = deleted.path("giftDesignations").valueStream();
    return parts.map(part -> part.path("id").asLong()).toList();
  }

  @Override
  public void close() throws SQLException {
    warehouse.close();
  }
}
