package io.github.tapvirtuous.sync.payload;

import static io.github.tapvirtuous.sync.payload.Events.at;
import static io.github.tapvirtuous.sync.payload.Events.delete;
import static io.github.tapvirtuous.sync.payload.Events.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldTest {
  @Test
  void each_field_is_of_the_newest_event_that_has_it() {
    var fold =
        folded(
            update(7, 2, "{\"id\":7,\"a\":2,\"b\":2}"),
            update(7, 3, "{\"id\":7,\"b\":null}"),
            update(7, 1, "{\"id\":7,\"a\":1,\"c\":1}"));

    assertThat(fold.events()).isEqualTo(3);
    assertThat(fold.gone()).isEmpty();
    assertThat(fold.kept())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.fields())
                    .isEqualTo(Map.of("id", "7", "a", "2", "b", "null", "c", "1")));
  }

  @Test
  void a_delete_clears_all_that_was_before_it_and_nothing_that_came_after() {
    var fold =
        folded(
            update(7, 3, "{\"a\":3}"),
            delete(7, 2),
            update(7, 1, "{\"b\":1}"),
            update(8, 1, "{\"b\":1}"),
            delete(8, 2));

    assertThat(fold.kept())
        .singleElement()
        .extracting(FoldedRow::fields)
        .isEqualTo(Map.of("a", "3"));
    assertThat(fold.gone()).singleElement().extracting(FoldedRow::goneAt).isEqualTo(at(2));
  }

  @Test
  void of_events_of_one_time_the_later_to_come_counts() {
    assertThat(folded(update(7, 1, "{\"a\":1}"), delete(7, 1)).gone()).hasSize(1);
    assertThat(folded(delete(7, 1), update(7, 1, "{\"a\":1}")).kept()).hasSize(1);
    assertThat(folded(update(7, 1, "{\"a\":1}"), update(7, 1, "{\"a\":2}")).kept().get(0).fields())
        .isEqualTo(Map.of("a", "2"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_order_of_arrival_and_repetitions_make_no_difference(long seed) {
    var random = new Random(seed);
    var history = history(random);
    var inOrder = shown(history);

    for (int round = 0; round < 20; round++) {
      var arrivals = new ArrayList<>(history);
      arrivals.addAll(history.subList(0, random.nextInt(history.size())));
      Collections.shuffle(arrivals, random);

      assertThat(shown(arrivals)).isEqualTo(inOrder).isEqualTo(truth(history));
    }
  }

  private static List<Event> history(Random random) {
    var history = new ArrayList<Event>();
    for (int second = 0; second < 40; second++) {
      var key = random.nextInt(4);
      var field = "{\"" + "abc".charAt(random.nextInt(3)) + "\":" + second + "}";
      history.add(random.nextInt(4) == 0 ? delete(key, second) : update(key, second, field));
    }
    return history;
  }

  /** As a table would be that takes the events one by one. */
  private static Map<Long, String> truth(List<Event> history) {
    var rows = new TreeMap<Long, Map<String, String>>();
    var gone = new TreeMap<Long, String>();
    for (var event : history) {
      gone.remove(event.key());
      if (event.kind() == Kind.DELETE) {
        rows.remove(event.key());
        gone.put(event.key(), "gone at " + event.at());
      } else {
        var record = event.record();
        rows.computeIfAbsent(event.key(), none -> new TreeMap<>())
            .put(record.substring(2, 3), record.substring(5, record.length() - 1));
      }
    }
    rows.forEach((key, fields) -> gone.put(key, fields.toString()));
    return gone;
  }

  private static Map<Long, String> shown(List<Event> events) {
    var fold = folded(events.toArray(Event[]::new));
    var shown = new TreeMap<Long, String>();
    fold.kept().forEach(row -> shown.put(row.key(), new TreeMap<>(row.fields()).toString()));
    fold.gone().forEach(row -> shown.put(row.key(), "gone at " + row.goneAt()));
    return shown;
  }

  private static Fold folded(Event... events) {
    var fold = new Fold();
    List.of(events).forEach(fold::add);
    return fold;
  }
}
