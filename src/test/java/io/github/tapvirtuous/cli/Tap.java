package io.github.tapvirtuous.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import io.github.tapvirtuous.testing.LogLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the real command line in this process, in a folder of its own and against a stand-in. It
 * gives up after two tries, and its clock moves with its waits alone.
 */
final class Tap implements BeforeEachCallback, AfterEachCallback {
  static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  private final Map<String, String> environment = new HashMap<>();
  private SteppingClock clock = new SteppingClock(NOW);
  private ObjectNode config = JsonNodeFactory.instance.objectNode();
  private Optional<StandInWireMock> virtuous = Optional.empty();
  private Path folder = Path.of("");
  private boolean terminal;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("tap");
    environment.clear();
    terminal = false;
    clock = new SteppingClock(NOW);
    config = JsonNodeFactory.instance.objectNode().put("api_key", "demo-key").put("retry_limit", 2);
    serves(StandIn.builder());
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    virtuous.ifPresent(StandInWireMock::close);
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }

  Tap serves(StandInBuilder standIn) {
    virtuous.ifPresent(StandInWireMock::close);
    virtuous = Optional.of(StandInWireMock.serving(standIn));
    return set("base_url", '"' + virtuous.get().baseUri().toString() + '"');
  }

  StandIn standIn() {
    return virtuous.orElseThrow().standIn();
  }

  String standInUrl() {
    return virtuous.orElseThrow().baseUri().toString();
  }

  SteppingClock clock() {
    return clock;
  }

  Path folder() {
    return folder;
  }

  Tap set(String setting, String json) {
    config.set(setting, TapRun.json(json));
    return this;
  }

  Tap set(String setting, int number) {
    config.put(setting, number);
    return this;
  }

  Tap without(String setting) {
    config.remove(setting);
    return this;
  }

  Tap tables(String... names) {
    var list = config.putArray("tables");
    Arrays.stream(names).forEach(list::add);
    return this;
  }

  Tap variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** People see standard output, from now on. */
  Tap onATerminal() {
    terminal = true;
    return this;
  }

  /** The path of a file with this content. */
  String file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content).toString();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  String file(String name, JsonNode content) {
    return file(name, content.toString());
  }

  /** The path of the config file, as it is now. */
  String config() {
    return file("config.json", config);
  }

  /** Runs with the config and these arguments. */
  TapRun sync(String... arguments) {
    return run(withConfig(arguments));
  }

  TapRun discover(String... arguments) {
    var all = Stream.concat(Stream.of("--discover"), Arrays.stream(arguments));
    return run(withConfig(all.toArray(String[]::new)));
  }

  private String[] withConfig(String... arguments) {
    return Stream.concat(Stream.of("--config", config()), Arrays.stream(arguments))
        .toArray(String[]::new);
  }

  /** Syncs on from where another run stood. */
  TapRun resume(TapRun before, String... arguments) {
    var state = Stream.of("--state", file("state.json", before.lastState()));
    return sync(Stream.concat(state, Arrays.stream(arguments)).toArray(String[]::new));
  }

  /** Runs with these arguments alone. */
  TapRun run(String... arguments) {
    return run(new ByteArrayOutputStream(), arguments);
  }

  /** A run whose output is read until it throws. */
  TapRun syncInto(OutputStream out, String... arguments) {
    return run(out, withConfig(arguments));
  }

  private TapRun run(OutputStream out, String... arguments) {
    var waits = new ArrayList<Duration>();
    var surroundings = new RunContext(out, terminal, environment, clock, wait -> pass(wait, waits));
    try (var log = LogLines.open()) {
      var exitCode = Cli.run(surroundings, arguments);
      var bytes = out instanceof ByteArrayOutputStream all ? all.toByteArray() : new byte[0];
      var lines = log.events().stream().map(Tap::line).toList();
      return new TapRun(exitCode, bytes, lines, log.shown(), List.copyOf(waits));
    }
  }

  /** With the stack trace, and before any secret is masked. */
  private static String line(ILoggingEvent event) {
    var trace = Optional.ofNullable(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    return event.getLevel() + " " + event.getFormattedMessage() + trace.orElse("");
  }

  private void pass(Duration wait, List<Duration> waits) {
    synchronized (waits) {
      waits.add(wait);
    }
    clock.step(wait);
  }
}
