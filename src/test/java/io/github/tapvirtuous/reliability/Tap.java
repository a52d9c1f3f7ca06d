package io.github.tapvirtuous.reliability;

import io.github.tapvirtuous.cli.Cli;
import io.github.tapvirtuous.cli.RunContext;
import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.LogLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tap's command line in this process: its waits are noted and move the clock, nothing more. */
final class Tap {
  static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  static final String KEY_ONLY = "key-only.catalog.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Map<String, Object> settings = new TreeMap<>();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private SteppingClock clock = new SteppingClock(START);
  private Optional<Sleeper> sleeper = Optional.empty();
  private Optional<Path> catalog = Optional.empty();

  /**
   * How a run went.
   *
   * @param log its lines from INFO on
   */
  record Run(int exitCode, Output output, String log) {}

  Tap(Path folder, URI baseUri) {
    this.folder = folder;
    set("api_key", "demo-key").set("auth_scheme", "basic").set("base_url", baseUri.toString());
  }

  Tap set(String setting, Object value) {
    settings.put(setting, value);
    return this;
  }

  /** Shared with a stand-in that counts requests by the hour. */
  Tap clock(SteppingClock shared) {
    clock = shared;
    return this;
  }

  /** What else happens during a wait. */
  Tap sleeper(Sleeper other) {
    sleeper = Optional.of(other);
    return this;
  }

  /** Reads these tables for their keys alone, so that no sampling is needed. */
  Tap catalogOf(String... tables) {
    var json = JSON.createObjectNode();
    var streams = json.putArray("streams");
    for (var table : tables) {
      var key = TableMap.named(table).orElseThrow().key();
      var stream = streams.addObject().put("tap_stream_id", table).put("stream", table);
      stream.putArray("key_properties").add(key);
      stream
          .putObject("schema")
          .put("type", "object")
          .putObject("properties")
          .putObject(key)
          .putArray("type")
          .add("integer");
    }
    catalog = Optional.of(write(KEY_ONLY, json));
    return this;
  }

  /** With more arguments. */
  Run run(String... more) {
    return run(Optional.empty(), more);
  }

  Run run(JsonNode state) {
    return run(Optional.of(state));
  }

  private Run run(Optional<JsonNode> state, String... more) {
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of("--config", write("config.json", JSON.valueToTree(settings)).toString()));
    catalog.ifPresent(file -> arguments.addAll(List.of("--catalog", file.toString())));
    state.ifPresent(
        json -> arguments.addAll(List.of("--state", write("state.json", json).toString())));
    arguments.addAll(List.of(more));
    var out = new ByteArrayOutputStream();
    try (var log = LogLines.open()) {
      var surroundings = new RunContext(out, false, Map.of(), clock, this::rest);
      var exitCode = Cli.run(surroundings, arguments.toArray(String[]::new));
      return new Run(
          exitCode,
          Output.of(out.toString(StandardCharsets.UTF_8)),
          String.join("\n", log.messages()));
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    waits.add(pause);
    clock.step(pause);
    if (sleeper.isPresent()) {
      sleeper.get().sleep(pause);
    }
  }

  List<Duration> waits() {
    return waits;
  }

  private Path write(String file, JsonNode json) {
    try {
      return Files.writeString(folder.resolve(file), json.toString());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
