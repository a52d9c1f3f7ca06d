package io.github.tapvirtuous.reliability;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.output.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tap, its target, what the warehouse holds, and the state that the orchestrator keeps. */
final class Pipeline {
  private final Family family;
  private final boolean merges;
  private final Map<String, Set<Long>> truth;
  private final Function<JsonNode, Messages> tap;
  private final Map<String, Map<Long, Long>> warehouse = new HashMap<>();
  private JsonNode kept;
  private JsonNode before;

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

  /**
   * Begins with an empty warehouse.
   *
   * @param merges whether a published state is merged into the one kept, as Meltano may
   * @param truth the rows of each stream
   * @param tap gives all that a run from a state writes
   */
  Pipeline(
      Family family,
      boolean merges,
      Map<String, Set<Long>> truth,
      Function<JsonNode, Messages> tap,
      JsonNode fresh) {
    this.family = family;
    this.merges = merges;
    this.truth = Map.copyOf(truth);
    this.tap = tap;
    this.kept = fresh;
    this.before = fresh;
  }

  /** Goes on from these rows, which have no version, and this state. */
  Pipeline holding(Map<String, Set<Long>> rows, JsonNode state) {
    rows.forEach(
        (stream, keys) -> load(stream, keys.stream().collect(toMap(key -> key, key -> 0L))));
    kept = state;
    before = state;
    return this;
  }

  /** Runs up to a line; then the target dies too, or lives to see the end of its input. */
  void run(int lines, boolean targetDies) {
    var output = tap.apply(kept);
    var store = new TargetModel.Store(warehouse, this::expectNotAhead);
    var target = family.model().apply(store);
    output.first(lines).messages().forEach(target::accept);
    if (targetDies) {
      store.crash();
    } else {
      target.end();
    }
    truth.keySet().forEach(stream -> load(stream, store.rows(stream)));
    store.published().ifPresent(state -> kept = merges ? merged(kept, state) : state);
  }

  private void load(String stream, Map<Long, Long> rows) {
    warehouse.put(stream, Map.copyOf(rows));
  }

  void runToItsEnd() {
    run(Integer.MAX_VALUE, false);
  }

  void check(String as) {
    truth.forEach((stream, keys) -> assertThat(keys(stream)).as(as).isEqualTo(keys));
    for (var stream : family.publishesTheEnd() ? truth.keySet() : Set.<String>of()) {
      assertThat(isComplete(kept, stream)).as(as + " " + stream).isTrue();
    }
  }

  private Set<Long> keys(String stream) {
    return warehouse.getOrDefault(stream, Map.of()).keySet();
  }

  private void expectNotAhead(JsonNode state, Map<String, Set<Long>> stored) {
    for (var stream : truth.keySet()) {
      var rows = stored.getOrDefault(stream, Set.of());
      assertThat(rows).as("%s by %s", stream, state).containsAll(claimed(state, stream));
    }
  }

  /** The rows that a state says need no reading any more, if it is not the one from before. */
  private Set<Long> claimed(JsonNode state, String stream) {
    var bookmark = state.path("bookmarks").path(stream);
    if (bookmark.equals(before.path("bookmarks").path(stream))) {
      return Set.of();
    }
    var begun = bookmark.path("rows_sent").asLong(0) > 0;
    var reached = begun ? bookmark.path("last_key").asLong() : Long.MIN_VALUE;
    return truth.getOrDefault(stream, Set.of()).stream()
        .filter(id -> isComplete(state, stream) || id <= reached)
        .collect(Collectors.toSet());
  }

  private static boolean isComplete(JsonNode state, String stream) {
    return state.path("bookmarks").path(stream).path("complete").asBoolean(false);
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
}
