package io.github.tapvirtuous.acceptance.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A table in a warehouse keeps its columns, and a connection its way to read them. */
public final class CatalogPromise {
  private static final Map<String, String> FIXED =
      Map.of(
          "source_defined_primary_key", "has another primary key",
          "default_cursor_field", "has another cursor",
          "source_defined_cursor", "defines its cursor in another way",
          "namespace", "has another namespace");

  private static final List<String> TYPING = List.of("type", "format", "airbyte_type");

  private final List<String> broken = new ArrayList<>();

  private CatalogPromise() {}

  /** A sentence for each promise that is broken; none if all that differs is more. */
  public static List<String> broken(JsonNode before, JsonNode now) {
    var promise = new CatalogPromise();
    for (var stream : before.path("streams")) {
      var name = stream.path("name").asString();
      now.path("streams")
          .valueStream()
          .filter(each -> each.path("name").asString().equals(name))
          .findFirst()
          .ifPresentOrElse(
              other -> promise.compare(name, stream, other), () -> promise.tell(name, "is gone"));
    }
    return List.copyOf(promise.broken);
  }

  private void compare(String name, JsonNode before, JsonNode now) {
    FIXED.forEach(
        (field, words) -> {
          if (!before.path(field).equals(now.path(field))) {
            tell(name, words);
          }
        });
    var modes = now.path("supported_sync_modes").valueStream().toList();
    for (var mode : before.path("supported_sync_modes")) {
      if (!modes.contains(mode)) {
        tell(name, "cannot be read as " + mode.asString() + " any more");
      }
    }
    if (before.path("is_resumable").asBoolean(false)
        && !now.path("is_resumable").asBoolean(false)) {
      tell(name, "cannot be taken up again any more");
    }
    compareColumns(name, before.at("/json_schema/properties"), now.at("/json_schema/properties"));
  }

  private void compareColumns(String stream, JsonNode before, JsonNode now) {
    for (var column : before.properties()) {
      var name = stream + "." + column.getKey();
      var other = now.path(column.getKey());
      if (other.isMissingNode()) {
        tell(name, "is gone");
      } else if (!typing(column.getValue()).equals(typing(other))) {
        tell(name, "was " + typing(column.getValue()) + ", and is " + typing(other));
      }
    }
  }

  private static String typing(JsonNode column) {
    return String.join(
        " ",
        TYPING.stream().filter(column::has).map(each -> column.path(each).toString()).toList());
  }

  private void tell(String name, String what) {
    broken.add("\"" + name + "\" " + what + ".");
  }
}
