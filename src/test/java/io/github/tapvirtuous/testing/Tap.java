package io.github.tapvirtuous.testing;

import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.StrictJson;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the tap's command line in this process, in a folder of its own and against a stand-in. It
 * gives up after two tries, and its clock moves with its waits alone.
 */
public final class Tap implements BeforeEachCallback, AfterEachCallback {
  public static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  private final SteppingClock clock = new SteppingClock(NOW);
  private final TestFolder folder = new TestFolder();
  private final Map<String, String> environment = new HashMap<>();
  private final ObjectNode config =
      JsonNodeFactory.instance.objectNode().put("api_key", "demo-key").put("retry_limit", 2);
  private List<String> catalog = List.of();
  private Sleeper meanwhile = wait -> {};
  private String input = "";
  private boolean terminal;
  private Optional<StandInWireMock> virtuous = Optional.empty();

  /** One with as many tries as people have, who need not find out the word before their key. */
  public static Tap patient() {
    return new Tap().without("retry_limit").set("auth_scheme", "\"basic\"");
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    folder.beforeEach(context);
    serves(StandIn.builder());
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    virtuous.ifPresent(StandInWireMock::close);
    folder.afterEach(context);
  }

  public Tap serves(StandInBuilder standIn) {
    virtuous.ifPresent(StandInWireMock::close);
    virtuous = Optional.of(StandInWireMock.serving(standIn));
    return at(virtuous.get().baseUri().toString());
  }

  /** Two hundred pages that take their time: somebody can step in before the end. */
  public Tap servesSlowGifts() {
    var gifts = StandIn.builder().ids("gifts", LongStream.rangeClosed(1, 2000).toArray());
    return tables("gifts").set("page_size", 11).serves(gifts.latency(Duration.ofMillis(20)));
  }

  /** Reads from there instead of its stand-in. */
  public Tap at(String baseUrl) {
    return set("base_url", '"' + baseUrl + '"');
  }

  public StandIn standIn() {
    return virtuous.orElseThrow().standIn();
  }

  public String standInUrl() {
    return virtuous.orElseThrow().baseUri().toString();
  }

  public SteppingClock clock() {
    return clock;
  }

  /** What else happens during each wait. */
  public Tap meanwhile(Sleeper others) {
    meanwhile = others;
    return this;
  }

  public Tap set(String setting, String json) {
    config.set(setting, StrictJson.of(json));
    return this;
  }

  public Tap set(String setting, int number) {
    config.put(setting, number);
    return this;
  }

  public Tap without(String setting) {
    config.remove(setting);
    return this;
  }

  public Tap tables(String... names) {
    var list = config.putArray("tables");
    Arrays.stream(names).forEach(list::add);
    return this;
  }

  /** Syncs the keys of these tables alone, with a catalog. */
  public Tap keysOf(String... tables) {
    catalog = List.of("--catalog", file("keys.catalog.json", KeyCatalog.of(tables)));
    return this;
  }

  public Tap variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** People see standard output, from now on. */
  public Tap onATerminal() {
    terminal = true;
    return this;
  }

  /** Comes on standard input, from now on. */
  public Tap input(String text) {
    input = text;
    return this;
  }

  public Path folder() {
    return folder.path();
  }

  /** The path of a file with this content. */
  public String file(String name, String content) {
    return folder.file(name, content);
  }

  public String file(String name, JsonNode content) {
    return file(name, content.toString());
  }

  /** The path of the config file, as it is now. */
  public String config() {
    return file("config.json", config);
  }

  /** Runs with the config and these arguments. */
  public TapRun sync(String... arguments) {
    return syncInto(new ByteArrayOutputStream(), arguments);
  }

  /** A run whose output is read until it throws. */
  public TapRun syncInto(OutputStream out, String... arguments) {
    return run(out, withConfig(catalog, arguments));
  }

  /** Syncs on from where another run stood. */
  public TapRun resume(Messages before, String... arguments) {
    return resume(before.state(), arguments);
  }

  public TapRun resume(JsonNode state, String... arguments) {
    var all = Stream.concat(Stream.of("--state", file("state.json", state)), Stream.of(arguments));
    return sync(all.toArray(String[]::new));
  }

  public TapRun discover(String... arguments) {
    return run(withConfig(List.of("--discover"), arguments));
  }

  /** The built program with the same config, to be started as a process. */
  public Launch launch(String... arguments) {
    return TapProcess.of(withConfig(catalog, arguments));
  }

  private String[] withConfig(List<String> more, String... arguments) {
    var first = Stream.concat(Stream.of("--config", config()), more.stream());
    return Stream.concat(first, Stream.of(arguments)).toArray(String[]::new);
  }

  /** Runs with these arguments alone. */
  public TapRun run(String... arguments) {
    return run(new ByteArrayOutputStream(), arguments);
  }

  private TapRun run(OutputStream out, String... arguments) {
    return new InProcess(input, terminal, environment, clock, meanwhile).run(out, arguments);
  }
}
