package io.github.tapvirtuous.reliability;

import io.github.tapvirtuous.reliability.Kill.Signal;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sync of all tables, in as many runs as kills make of it, each from the last complete STATE
 * line of the one before; then what came is held against what was there.
 */
final class SoakCycle {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_KILLS = 4;
  private static final int TERMINATED = 143;
  private static final Pattern READ_FOR_CHANGES = Pattern.compile("read modified since");

  private static final int MOST_CHANGES = 6;

  private final StandInServer virtuous;
  private final SoakStore store = new SoakStore();
  private final Path folder;
  private final Random random;
  private final SoakFigures figures;
  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<JsonNode> state = Optional.empty();
  private long usualOutput = 100_000;
  private boolean wholly;

  /** The tap lost a row, made one up, or ended in a way that it must not. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String what) {
      super(what);
    }
  }

  SoakCycle(StandInServer virtuous, Path folder, Random random, SoakFigures figures) {
    this.virtuous = virtuous;
    this.folder = folder;
    this.random = random;
    this.figures = figures;
  }

  void run() throws IOException, InterruptedException {
    liveOn();
    truth("DELETE");
    var before = SoakStore.truth(virtuous.standIn());
    wholly = random.nextInt(4) == 0;
    var kills = random.nextInt(MOST_KILLS + 1);
    var output = Messages.of(List.of());
    while (true) {
      var run = run(kills-- > 0 ? kill() : Kill.NEVER);
      output = output.and(run.output());
      state = run.output().lastState().or(() -> state);
      figures.run(run.signal());
      if (run.tap().exitCode() == 0) {
        usualOutput = Math.max(1, run.tap().out().length());
        figures.incremental(READ_FOR_CHANGES.matcher(run.tap().err()).results().count());
        store.load(output);
        compare(output, before);
        figures.cycle();
        return;
      }
      checkEnd(run);
    }
  }

  /** Between two syncs people work. */
  private void liveOn() {
    for (var table : TableMap.names()) {
      virtuous.standIn().modifySome(table, random.nextInt(MOST_CHANGES));
    }
  }

  /** What came of a run; the last line of it may be cut. */
  private record Run(Ran tap, boolean wasKilled) {
    Messages output() {
      return Messages.ofWholeLines(tap.out());
    }

    Signal signal() {
      var killed = tap.exitCode() == TERMINATED ? Signal.SIGTERM : Signal.SIGKILL;
      return wasKilled ? killed : Signal.NONE;
    }
  }

  private Run run(Kill kill) throws IOException, InterruptedException {
    try (var tap = sync().start()) {
      var wasKilled = kill.strikes(tap);
      return new Run(tap.ended(), wasKilled);
    }
  }

  private Kill kill() {
    var signal = random.nextInt(3) == 0 ? Signal.SIGTERM : Signal.SIGKILL;
    return new Kill(signal, random.nextLong(usualOutput));
  }

  private static void checkEnd(Run run) {
    var tap = run.tap();
    if (!run.wasKilled()) {
      throw new Failure("The tap ended with " + tap.exitCode() + ":\n" + tap.err());
    }
    var said = run.output().messages();
    var endsWithState = !said.isEmpty() && Messages.is(said.get(said.size() - 1), "STATE");
    if (tap.exitCode() == TERMINATED && !(endsWithState && tap.out().endsWith("\n"))) {
      throw new Failure("After SIGTERM the last line was no STATE:\n" + tap.err());
    }
  }

  private Launch sync() throws IOException {
    return new BuiltTap(folder, virtuous.baseUri())
        .set("retry_delay", 0)
        .set("page_size", 5 + random.nextInt(120))
        .set("max_concurrent_requests", 1 + random.nextInt(8))
        .set("full_refresh", wholly ? TableMap.names() : List.of())
        .sync(state);
  }

  private void compare(Messages output, Map<String, Map<Long, Integer>> before)
      throws IOException, InterruptedException {
    var truth = JSON.readTree(truth("GET"));
    for (var table : SoakStore.tables()) {
      compare(table, output, truth.path(table.name()));
      var always = new HashMap<>(before.get(table.name()));
      always.keySet().retainAll(ids(truth.path(table.name()).path("always")));
      expectNone(table, "kept as they were", store.olderThan(always, table), Set.of());
    }
  }

  private void compare(Table table, Messages output, JsonNode truth) {
    var came = output.keys(table.name(), table.key());
    var once = new HashSet<>(came);
    expectNone(table, "lost", ids(truth.path("always")), store.keys(table));
    expectNone(table, "made up", once, ids(truth.path("ever")));
    figures.rows(came.size(), came.size() - once.size());
  }

  private static void expectNone(Table table, String what, Set<Long> some, Set<Long> others) {
    var left = new HashSet<>(some);
    left.removeAll(others);
    if (!left.isEmpty()) {
      throw new Failure(table.name() + ": " + what + ": " + left);
    }
  }

  private static Set<Long> ids(JsonNode list) {
    return list.valueStream().map(JsonNode::asLong).collect(Collectors.toSet());
  }

  private String truth(String method) throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + virtuous.port() + "/_truth");
    var request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }
}
