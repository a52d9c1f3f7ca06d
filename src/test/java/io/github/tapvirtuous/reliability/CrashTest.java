package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.RateLimit;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInWireMock;
import io.github.tapvirtuous.standin.SteppingClock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tap, or its target, dies at any line of the output. */
final class CrashTest {
  private static final JsonNode FRESH = JsonMapper.builder().build().createObjectNode();
  private static final int PAGE = 5;
  private static final Map<String, Set<Long>> TRUTH =
      Map.of(
          "gifts", ids(23),
          "projects", ids(9),
          "pledges", ids(1),
          "volunteers", ids(0));

  @TempDir Path folder;

  private final StandInWireMock virtuous = StandInWireMock.serving(standIn());
  private final Map<JsonNode, Output> runs = new HashMap<>();
  private Tap tap = new Tap(Path.of(""), virtuous.baseUri());

  private static Set<Long> ids(int count) {
    return LongStream.rangeClosed(1, count).boxed().collect(Collectors.toSet());
  }

  private static StandIn standIn() {
    var builder =
        StandIn.builder().rateLimit(RateLimit.hourly(1_000_000, new SteppingClock(Tap.START)));
    TRUTH.forEach(
        (table, ids) ->
            builder.ids(table, ids.stream().sorted().mapToLong(Long::longValue).toArray()));
    return builder.build();
  }

  /**
   * How a target is made around a store.
   *
   * @param publishesTheEnd not if its last batch is full before the last state comes
   */
  record Family(
      String name, boolean publishesTheEnd, Function<TargetModel.Store, TargetModel> model) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Family> families() {
    var batching =
        Stream.of(1, 3, 1000)
            .map(
                size ->
                    new Family(
                        "batches of " + size,
                        size > 1,
                        store -> new TargetModel.Batching(store, size)));
    var draining =
        Stream.of(List.of(1, 7), List.of(4, 9), List.of(1000, 3), List.of(1000, 1_000_000))
            .map(
                sizes ->
                    new Family(
                        "batches of %d, drained every %d lines".formatted(sizes.toArray()),
                        true,
                        store -> new TargetModel.Draining(store, sizes.get(0), sizes.get(1))));
    return Stream.concat(batching, draining);
  }

  @BeforeEach
  void configure() {
    tap =
        new Tap(folder, virtuous.baseUri())
            .catalogOf(TRUTH.keySet().stream().sorted().toArray(String[]::new))
            .set("page_size", PAGE)
            .set("max_concurrent_requests", 1);
  }

  @AfterEach
  void close() {
    virtuous.close();
  }

  /** The table stands still, and so does the clock: the same state makes the same run. */
  private Output run(JsonNode state) {
    return runs.computeIfAbsent(
        state,
        from -> {
          var run = tap.run(from);
          assertThat(run.exitCode()).as(run.log()).isZero();
          return run.output();
        });
  }

  private static TargetModel.Store checkedStore(Map<String, Set<Long>> earlier) {
    return new TargetModel.Store(
        (state, stored) -> {
          for (var stream : TRUTH.keySet()) {
            var rows = new HashSet<>(stored.getOrDefault(stream, Set.of()));
            rows.addAll(earlier.getOrDefault(stream, Set.of()));
            assertThat(rows).as("%s by %s", stream, state).containsAll(claimed(state, stream));
          }
        });
  }

  /** The rows that a state says need no reading any more. */
  private static Set<Long> claimed(JsonNode state, String stream) {
    var bookmark = state.path("bookmarks").path(stream);
    var truth = TRUTH.get(stream);
    if (truth == null || bookmark.path("complete").asBoolean(false)) {
      return truth == null ? Set.of() : truth;
    }
    var reached = bookmark.path("rows_sent").asLong(0) > 0 ? bookmark.path("last_key").asLong() : 0;
    return truth.stream().filter(id -> id <= reached).collect(Collectors.toSet());
  }

  /** A pipeline: what its warehouse holds, and the state that its orchestrator keeps. */
  private final class Pipeline {
    private final Family family;
    private final boolean merges;
    private final Map<String, Set<Long>> warehouse = new HashMap<>();
    private JsonNode kept = FRESH;

    Pipeline(Family family, boolean merges) {
      this.family = family;
      this.merges = merges;
    }

    /** Runs up to a line; then the target dies too, or lives to see the end of its input. */
    void run(int lines, boolean targetDies) {
      var output = CrashTest.this.run(kept);
      var store = checkedStore(warehouse);
      var target = family.model().apply(store);
      output.first(Math.min(lines, output.lines().size())).lines().forEach(target::accept);
      if (targetDies) {
        store.crash();
      } else {
        target.end();
      }
      TRUTH
          .keySet()
          .forEach(
              stream ->
                  warehouse
                      .computeIfAbsent(stream, none -> new HashSet<>())
                      .addAll(store.rows(stream)));
      store.published().ifPresent(this::keep);
    }

    private void keep(JsonNode published) {
      kept = merges ? merged(kept, published) : published;
    }

    void runToItsEnd() {
      run(Integer.MAX_VALUE, false);
    }

    void check(String as) {
      assertThat(warehouse).as(as).isEqualTo(TRUTH);
      for (var stream : family.publishesTheEnd() ? TRUTH.keySet() : Set.<String>of()) {
        var bookmark = kept.path("bookmarks").path(stream);
        assertThat(bookmark.path("complete").asBoolean(false)).as(as + " " + stream).isTrue();
      }
    }
  }

  /** As Meltano merges: keys are added and replaced, never removed. */
  private static JsonNode merged(JsonNode kept, JsonNode published) {
    if (!(kept instanceof ObjectNode before) || !published.isObject()) {
      return published;
    }
    var all = before.deepCopy();
    published
        .properties()
        .forEach(
            entry ->
                all.set(entry.getKey(), merged(before.path(entry.getKey()), entry.getValue())));
    return all;
  }

  @ParameterizedTest
  @MethodSource("families")
  void a_crash_at_any_line_loses_nothing(Family family) {
    var lines = run(FRESH).lines().size();
    for (int line = 0; line <= lines; line++) {
      for (var targetDies : List.of(true, false)) {
        var pipeline = new Pipeline(family, line % 2 == 0);

        pipeline.run(line, targetDies);
        pipeline.runToItsEnd();

        pipeline.check("line " + line + ", target dies: " + targetDies);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void neither_do_crashes_one_after_the_other(Family family) {
    for (long seed = 0; seed < 25; seed++) {
      var random = new Random(seed);
      var pipeline = new Pipeline(family, random.nextBoolean());
      for (int crash = 1 + random.nextInt(5); crash > 0; crash--) {
        pipeline.run(random.nextInt(60), random.nextBoolean());
      }

      pipeline.runToItsEnd();

      pipeline.check("seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void a_state_that_was_handed_back_is_left_behind(Family family) {
    var states = run(FRESH).states();
    for (var state : states) {
      var pipeline = new Pipeline(family, false);
      pipeline.warehouse.putAll(TRUTH);
      pipeline.kept = state;

      pipeline.runToItsEnd();

      pipeline.check("from " + state);
    }
  }
}
