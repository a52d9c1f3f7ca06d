package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.reliability.Pipeline.Family;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The tap, or its target, dies at any line of the output. */
@Tag("slow")
final class CrashTest {
  private static final JsonNode FRESH = StrictJson.of("{}");
  private static final int PAGE = 5;
  private static final Map<String, Set<Long>> TRUTH =
      Map.of(
          "gifts", ids(23),
          "projects", ids(9),
          "pledges", ids(1),
          "volunteers", ids(0));

  /** As it was before rows were deleted. */
  private static final Map<String, Set<Long>> WITH_GONE =
      Map.of("gifts", ids(40), "projects", ids(12), "pledges", ids(2), "volunteers", ids(0));

  @RegisterExtension private final Tap tap = Tap.patient();

  private final Map<JsonNode, Messages> runs = new HashMap<>();

  private static Set<Long> ids(int count) {
    return LongStream.rangeClosed(1, count).boxed().collect(Collectors.toSet());
  }

  private static StandInBuilder standIn() {
    var builder =
        StandIn.builder().rateLimit(RateLimit.hourly(1_000_000, new SteppingClock(Tap.NOW)));
    TRUTH.forEach((table, ids) -> builder.ids(table, ids.stream().sorted().toList()));
    return builder;
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
    return Stream.concat(batching, draining());
  }

  /** Those that obey versions. */
  static Stream<Family> draining() {
    return Stream.of(List.of(1, 7), List.of(4, 9), List.of(1000, 3), List.of(1000, 1_000_000))
        .map(
            sizes ->
                new Family(
                    "batches of %d, drained every %d lines".formatted(sizes.toArray()),
                    true,
                    store -> new TargetModel.Draining(store, sizes.get(0), sizes.get(1))));
  }

  @BeforeEach
  void configure() {
    tap.keysOf(TRUTH.keySet().stream().sorted().toArray(String[]::new))
        .set("page_size", PAGE)
        .set("max_concurrent_requests", 1)
        .serves(standIn());
  }

  /** The table stands still, and so does the clock: the same state makes the same run. */
  private Messages run(JsonNode state) {
    return runs.computeIfAbsent(
        state,
        from -> {
          var run = tap.resume(from);
          assertThat(run.exitCode()).as(run.logText()).isZero();
          return Messages.of(run.messages());
        });
  }

  private Pipeline pipeline(Family family, boolean merges) {
    return new Pipeline(family, merges, TRUTH, this::run, FRESH);
  }

  @ParameterizedTest
  @MethodSource("families")
  @Rule({"ST-2", "ST-5", "ST-6", "ST-11"})
  void a_crash_at_any_line_loses_nothing(Family family) {
    var lines = run(FRESH).messages().size();
    for (int line = 0; line <= lines; line++) {
      for (var targetDies : List.of(true, false)) {
        var pipeline = pipeline(family, line % 2 == 0);

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
      var pipeline = pipeline(family, random.nextBoolean());
      for (int crash = 1 + random.nextInt(5); crash > 0; crash--) {
        pipeline.run(random.nextInt(60), random.nextBoolean());
      }

      pipeline.runToItsEnd();

      pipeline.check("seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("draining")
  @Rule("REC-10")
  void with_versions_a_crash_at_any_line_leaves_no_row_that_is_gone(Family family) {
    tap.set("emit_activate_version_messages", "true");
    var lines = run(FRESH).messages().size();
    for (int line = 0; line <= lines; line++) {
      for (var targetDies : List.of(true, false)) {
        var pipeline = pipeline(family, line % 2 == 0).holding(WITH_GONE, FRESH);

        pipeline.run(line, targetDies);
        pipeline.runToItsEnd();

        pipeline.check("line " + line + ", target dies: " + targetDies);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("draining")
  void nor_do_crashes_one_after_the_other_delete_one_that_is_there(Family family) {
    tap.set("emit_activate_version_messages", "true");
    for (long seed = 0; seed < 25; seed++) {
      var random = new Random(seed);
      var pipeline = pipeline(family, random.nextBoolean()).holding(WITH_GONE, FRESH);
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
      var pipeline = pipeline(family, false).holding(TRUTH, state);

      pipeline.runToItsEnd();

      pipeline.check("from " + state);
    }
  }
}
