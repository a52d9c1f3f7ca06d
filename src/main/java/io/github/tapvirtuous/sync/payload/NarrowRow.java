package io.github.tapvirtuous.sync.payload;

import io.github.tapvirtuous.event.JsonParts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A row with some of the columns of its table.
 *
 * @param fields the JSON of each by its name, without the key
 */
record NarrowRow(long key, Map<String, String> fields) {
  static NarrowRow of(FoldedRow row, Columns columns) {
    var fields = row.fields();
    fields.keySet().removeIf(name -> !columns.takes(name));
    return new NarrowRow(row.key(), fields);
  }

  NarrowRow without(Set<String> names) {
    var fewer = new LinkedHashMap<>(fields);
    fewer.keySet().removeAll(names);
    return new NarrowRow(key, fewer);
  }

  NarrowRow only(Set<String> names) {
    var some = new LinkedHashMap<>(fields);
    some.keySet().retainAll(names);
    return new NarrowRow(key, some);
  }

  /** The whole row, the key in front. */
  String json(String keyName) {
    var all = new LinkedHashMap<String, String>();
    all.put(keyName, Long.toString(key));
    all.putAll(fields);
    return JsonParts.object(all);
  }
}
