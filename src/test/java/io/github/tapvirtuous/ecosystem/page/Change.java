package io.github.tapvirtuous.ecosystem.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field that is not what it was in the run before.
 *
 * @param name for people
 * @param field with a name by which discovery finds its type
 * @param before its JSON, or {@code ""} if it is missing
 * @param after its JSON from then on
 */
record Change(String name, String field, String before, String after) {
  static final List<Change> ALL =
      List.of(
          new Change("a field appears", "fresh", "", "\"new\""),
          new Change("a field is gone", "stale", "\"old\"", ""),
          new Change("integer becomes number", "exampleId", "7", "1.5"),
          new Change("number becomes string", "size", "7.5", "\"XL\""),
          new Change("timestamp becomes string", "paidUtc", "\"2024-12-15T00:00:00\"", "\"soon\""),
          new Change("object becomes string", "parts", "{\"a\": 1}", "\"none\""));

  static final long KEY = 1;

  static String before(List<Change> changes) {
    return row(changes, Change::before);
  }

  static String after(List<Change> changes) {
    return row(changes, Change::after);
  }

  private static String row(List<Change> changes, Function<Change, String> json) {
    return changes.stream()
        .filter(change -> !json.apply(change).isEmpty())
        .map(change -> ",\"" + change.field() + "\":" + json.apply(change))
        .collect(Collectors.joining("", "{\"id\":" + KEY, "}"));
  }
}
