package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.table.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where rows of a tap end up, and how they are read back. */
public interface Store {
  /** All that it does differently from storing what was sent. */
  Set<Manner> manners();

  /** What stands in a column of this type for a value that was sent. */
  default JsonNode stored(FieldType type, JsonNode sent) {
    var stored = sent;
    for (var manner : manners()) {
      stored = manner.stored(type, stored);
    }
    return stored;
  }

  /** What it makes of a column's name. */
  default String columnName(String sent) {
    var small = manners().contains(Manner.NAMES_IN_SMALL_LETTERS);
    return small ? sent.toLowerCase(Locale.ROOT) : sent;
  }

  /** Rows of a stream in no order, each an object with all digits; none if it has no table yet. */
  List<JsonNode> rows(String stream);
}
