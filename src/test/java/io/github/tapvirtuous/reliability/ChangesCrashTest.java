package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.reliability.Pipeline.Family;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The tap, or its target, dies at any line of a run that reads what changed. What changed is what
 * the warehouse lacks at first.
 */
@Tag("slow")
final class ChangesCrashTest {
  private static final String FAMILIES = "io.github.tapvirtuous.reliability.CrashTest#families";
  private static final String OBEY_VERSIONS =
      "io.github.tapvirtuous.reliability.CrashTest#draining";
  private static final int CHANGED_GIFTS = 12;
  private static final Map<String, Integer> CHANGES = Map.of("gifts", CHANGED_GIFTS, "projects", 3);

  /** A later bookmark looks back less far than that: what it claims wrongly never comes. */
  private static final Duration AFTERWARDS = Duration.ofDays(9);

  @RegisterExtension private final Tap tap = Tap.patient();

  private final Map<JsonNode, Messages> runs = new HashMap<>();
  private final Map<String, Set<Long>> truth = new HashMap<>();
  private final Map<String, Set<Long>> unchanged = new HashMap<>();
  private List<String> catalog = List.of();
  private JsonNode wholeState;

  @BeforeEach
  void read_whole_before_anything_changed() {
    tap.tables("gifts", "projects")
        .set("page_size", 5)
        .set("max_concurrent_requests", 1)
        .set("full_refresh_days", 90)
        .serves(StandIn.builder().clock(tap.clock()).rows("gifts", 23, 7).rows("projects", 9, 7));
    catalog = List.of("--catalog", tap.file("catalog.json", tap.discover().document()));
    wholeState = tap.sync(catalog.toArray(String[]::new)).state();
    tap.clock().step(Duration.ofDays(1));
    CHANGES.forEach(this::change);
    tap.clock().step(AFTERWARDS);
  }

  private void change(String table, int count) {
    var changed = tap.standIn().modifySome(table, count);
    tap.standIn().insertLikeAnother(table);
    var all = tap.standIn().ids(table);
    var left = new HashSet<>(all.subList(0, all.size() - 1));
    left.removeAll(changed);
    truth.put(table, Set.copyOf(all));
    unchanged.put(table, left);
  }

  /** Nothing moves any more, and the clock stands still: the same state makes the same run. */
  private Messages run(JsonNode state) {
    return runs.computeIfAbsent(
        state,
        from -> {
          var run = tap.resume(from, catalog.toArray(String[]::new));
          assertThat(run.exitCode()).as(run.logText()).isZero();
          return Messages.of(run.messages());
        });
  }

  private Pipeline pipeline(Family family, boolean merges) {
    return new Pipeline(family, merges, truth, this::run, wholeState)
        .holding(unchanged, wholeState);
  }

  @ParameterizedTest
  @MethodSource(FAMILIES)
  void a_crash_at_any_line_loses_no_change(Family family) {
    var whole = run(wholeState);
    for (int line = 0; line <= whole.messages().size(); line++) {
      for (var targetDies : List.of(true, false)) {
        var pipeline = pipeline(family, line % 2 == 0);

        pipeline.run(line, targetDies);
        pipeline.runToItsEnd();

        pipeline.check("line " + line + ", target dies: " + targetDies);
      }
    }

    assertThat(whole.records("gifts")).hasSize(CHANGED_GIFTS + 1);
  }

  @ParameterizedTest
  @MethodSource(FAMILIES)
  void neither_do_crashes_one_after_the_other(Family family) {
    for (long seed = 0; seed < 25; seed++) {
      var random = new Random(seed);
      var pipeline = pipeline(family, random.nextBoolean());
      for (int crash = 1 + random.nextInt(5); crash > 0; crash--) {
        pipeline.run(random.nextInt(25), random.nextBoolean());
      }

      pipeline.runToItsEnd();

      pipeline.check("seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource(OBEY_VERSIONS)
  void with_versions_no_crash_takes_a_row_that_is_there_nor_does_the_whole_read_after_it(
      Family family) {
    tap.set("emit_activate_version_messages", "true");
    read_whole_before_anything_changed();
    var pipelines = new ArrayList<Pipeline>();
    for (int line = 0; line <= run(wholeState).messages().size(); line++) {
      for (var targetDies : List.of(true, false)) {
        var pipeline = pipeline(family, line % 2 == 0);
        pipeline.run(line, targetDies);
        pipeline.runToItsEnd();
        pipeline.check("line " + line + ", target dies: " + targetDies);
        pipelines.add(pipeline);
      }
    }
    runs.clear();
    tap.set("full_refresh", "[\"gifts\",\"projects\"]");

    pipelines.forEach(Pipeline::runToItsEnd);

    assertThat(runs.values()).allMatch(run -> run.messages("ACTIVATE_VERSION").size() == 2);
    pipelines.forEach(pipeline -> pipeline.check("after a whole read"));
  }
}
