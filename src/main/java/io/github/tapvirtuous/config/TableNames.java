package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.Spelling;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.json.JsonKind;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The tables that a config names. */
final class TableNames {
  private TableNames() {}

  static void check(String key, JsonNode settings, Problems problems) {
    var unknown =
        settings
            .path(key)
            .valueStream()
            .filter(JsonNode::isString)
            .filter(name -> TableMap.named(name.stringValue()).isEmpty())
            .map(TableNames::withSuggestion)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      problems.add(
          "\"" + key + "\": table not supported: " + unknown + ".",
          "Choose from " + String.join(", ", TableMap.names()) + ".");
    }
  }

  private static String withSuggestion(JsonNode name) {
    return JsonKind.quoted(name) + Spelling.suggestion(name.stringValue(), TableMap.names());
  }

  /** In the order given, each once; all of the table map where none are named. */
  static List<Table> of(JsonNode checked) {
    if (checked.isMissingNode()) {
      return TableMap.all();
    }
    return checked
        .valueStream()
        .map(JsonNode::stringValue)
        .distinct()
        .map(TableMap::named)
        .flatMap(Optional::stream)
        .toList();
  }
}
