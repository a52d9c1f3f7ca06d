package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.text.NumberText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The record that a payload, or one of its models, holds.
 *
 * @param json an object
 */
record FoundRecord(long key, String json) {
  private static final Set<String> NO_RECORDS = Set.of(EventField.ORGANIZATION, EventField.USER);

  /**
   * Looks where records were seen; empty without a key that is a whole number.
   *
   * @param isModel whether the holder may be the record itself
   */
  static Optional<FoundRecord> in(Map<String, String> holder, Table table, boolean isModel) {
    var own = whole(holder.getOrDefault(EventField.KEY, ""));
    var named =
        Stream.of(table.webhook().rootObject(), EventField.DOCUMENTED_RECORD)
            .map(name -> holder.getOrDefault(name, ""))
            .filter(JsonParts::isObject)
            .findFirst();
    if (named.isEmpty() && isModel && own.isPresent()) {
      return own.map(key -> new FoundRecord(key, JsonParts.object(holder)));
    }
    return named
        .or(() -> onlyObject(holder))
        .flatMap(json -> keyOf(json, table).or(() -> own).map(key -> new FoundRecord(key, json)))
        .or(() -> own.map(key -> new FoundRecord(key, "{\"" + EventField.KEY + "\":" + key + "}")));
  }

  private static Optional<String> onlyObject(Map<String, String> holder) {
    var objects =
        holder.entrySet().stream()
            .filter(each -> !NO_RECORDS.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .filter(JsonParts::isObject)
            .limit(2)
            .toList();
    return objects.size() == 1 ? Optional.of(objects.get(0)) : Optional.empty();
  }

  private static Optional<Long> keyOf(String record, Table table) {
    return whole(JsonParts.members(record).getOrDefault(table.key(), ""));
  }

  /** The whole number that a JSON number or text says. */
  static Optional<Long> whole(String json) {
    var text = json.isEmpty() ? Optional.<String>empty() : JsonParts.text(json);
    return text.flatMap(FoundRecord::number);
  }

  private static Optional<Long> number(String text) {
    var digits = new byte[NumberText.MAX_LENGTH];
    var length = NumberText.integer(text.toCharArray(), 0, text.length(), digits);
    return length == NumberText.MISMATCH
        ? Optional.empty()
        : Optional.of(Long.valueOf(new String(digits, 0, length, US_ASCII)));
  }
}
