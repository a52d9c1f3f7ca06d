package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A real target with a place of its own to store rows in, empty at first. */
public interface Target {
  /** Makes a target with nothing in it yet, whose files lie in a folder. */
  interface Maker {
    Target in(Path folder, int batchRows);
  }

  /** Of its package, with the version. */
  String name();

  /** The program, which reads a tap's messages from its standard input. */
  Launch program();

  /** What the tap has to be told in front of this target. */
  default Map<String, Object> tapSettings() {
    return manners().contains(Manner.TIMES_AS_TEXT) ? Map.of("date_times", "text") : Map.of();
  }

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

  /** The types of a stream's columns, in the target's words; none if it has no table yet. */
  Map<String, String> columnTypes(String stream);
}
