package io.github.tapvirtuous.acceptance.promise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A config that was good stays good, and its secrets stay secret. */
public final class SpecPromise {
  /** A larger one of these refuses more. */
  private static final List<String> LEAST = List.of("minimum", "minLength", "minItems");

  private static final List<String> MOST = List.of("maximum", "maxLength", "maxItems");
  private static final List<String> FORMS = List.of("pattern", "format", "const");

  private final List<String> broken = new ArrayList<>();

  private SpecPromise() {}

  /** A sentence for each promise that is broken; none if all that differs is more. */
  public static List<String> broken(JsonNode before, JsonNode now) {
    var promise = new SpecPromise();
    promise.compareMembers(
        "", before.path("connectionSpecification"), now.path("connectionSpecification"));
    return List.copyOf(promise.broken);
  }

  private void compareMembers(String path, JsonNode before, JsonNode now) {
    var required = new HashSet<>(texts(now.path("required")));
    required.removeAll(texts(before.path("required")));
    required.forEach(name -> tell(path + name, "has become required"));
    if (!now.path("additionalProperties").asBoolean(true)
        && before.path("additionalProperties").asBoolean(true)) {
      tell(path.isEmpty() ? "the config" : path, "may hold no unknown settings any more");
    }
    for (Map.Entry<String, JsonNode> each : before.path("properties").properties()) {
      var name = path + each.getKey();
      var other = now.path("properties").path(each.getKey());
      if (other.isMissingNode()) {
        tell(name, "is gone");
      } else {
        compare(name, each.getValue(), other);
      }
    }
  }

  private void compare(String name, JsonNode before, JsonNode now) {
    var lost = lost(texts(before.path("type")), texts(now.path("type")));
    if (!lost.isEmpty()) {
      tell(name, "may be no " + String.join(", ", lost) + " any more");
    }
    if (now.has("enum")) {
      var values = lost(texts(before.path("enum")), texts(now.path("enum")));
      if (!before.has("enum")) {
        tell(name, "may have a few values alone");
      } else if (!values.isEmpty()) {
        tell(name, "may not be " + String.join(", ", values) + " any more");
      }
    }
    if (before.path("airbyte_secret").asBoolean(false)
        && !now.path("airbyte_secret").asBoolean(false)) {
      tell(name, "is no secret any more");
    }
    compareLimits(name, before, now);
    compareMembers(name + ".", before, now);
    if (before.has("items") || now.has("items")) {
      compare(name + "[]", before.path("items"), now.path("items"));
    }
  }

  private void compareLimits(String name, JsonNode before, JsonNode now) {
    for (var limit : LEAST) {
      if (now.has(limit) && now.path(limit).asDouble() > number(before, limit, -Double.MAX_VALUE)) {
        tell(name, "has a larger " + limit);
      }
    }
    for (var limit : MOST) {
      if (now.has(limit) && now.path(limit).asDouble() < number(before, limit, Double.MAX_VALUE)) {
        tell(name, "has a smaller " + limit);
      }
    }
    for (var form : FORMS) {
      if (now.has(form) && !now.path(form).equals(before.path(form))) {
        tell(name, "has another " + form);
      }
    }
  }

  private static double number(JsonNode setting, String limit, double otherwise) {
    return setting.has(limit) ? setting.path(limit).asDouble() : otherwise;
  }

  /** Nothing is lost to a schema that no longer says what it takes. */
  private static Set<String> lost(List<String> before, List<String> now) {
    return now.isEmpty()
        ? Set.of()
        : before.stream().filter(each -> !now.contains(each)).collect(Collectors.toSet());
  }

  /** Of a list, or of a text by itself. */
  private static List<String> texts(JsonNode node) {
    var values = node.isArray() ? node.valueStream() : Stream.of(node);
    return values.filter(each -> !each.isMissingNode()).map(JsonNode::asString).toList();
  }

  private void tell(String name, String what) {
    broken.add("\"" + name + "\" " + what + ".");
  }
}
