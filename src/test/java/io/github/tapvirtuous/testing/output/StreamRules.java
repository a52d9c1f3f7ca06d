package io.github.tapvirtuous.testing.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the SCHEMA of a stream demands of its records. */
final class StreamRules {
  private static final Set<String> TYPES =
      Set.of("integer", "number", "boolean", "string", "object", "array");

  private final JsonNode properties;
  private final List<String> keys;
  private final RecordValidity validity;
  private final Set<List<String>> seen = new HashSet<>();
  private boolean hasVersions;
  private long version;
  private boolean isActivated;

  StreamRules(JsonNode schema) {
    this.properties = schema.path("schema").path("properties");
    this.keys = schema.path("key_properties").valueStream().map(JsonNode::asString).toList();
    this.validity = new RecordValidity(schema.path("schema"));
    assertThat(schema.path("schema").path("type").asString("")).as("SCH-3").isEqualTo("object");
    assertThat(properties.propertyNames()).as("SCH-3, SCH-4").isNotEmpty().containsAll(keys);
    assertThat(keys).as("SCH-2").isNotEmpty();
    if (schema.has("bookmark_properties")) {
      var bookmarks = schema.path("bookmark_properties").valueStream().map(JsonNode::asString);
      assertThat(properties.propertyNames()).as("SCH-4").containsAll(bookmarks.toList());
      assertThat(schema.path("bookmark_properties").isEmpty()).as("SCH-4").isFalse();
    }
    properties.propertyStream().forEach(each -> checkColumn(each.getKey(), each.getValue()));
    checkNames();
  }

  private void checkColumn(String name, JsonNode rules) {
    assertThat(rules.propertyNames()).as("SCH-6: " + name).isSubsetOf("type", "format");
    var types = rules.path("type").valueStream().map(JsonNode::asString).toList();
    assertThat(types).as("SCH-5: " + name).hasSize(keys.contains(name) ? 1 : 2);
    assertThat(types.get(types.size() - 1)).as("SCH-5: " + name).isIn(TYPES);
    assertThat(types.get(0).equals("null")).as("SCH-5: " + name).isEqualTo(!keys.contains(name));
  }

  private void checkNames() {
    var names = properties.propertyNames();
    assertThat(names).as("names").allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]{0,62}"));
    assertThat(names.stream().map(String::toLowerCase).collect(Collectors.toSet()))
        .as("names that differ in more than case")
        .hasSameSizeAs(names);
  }

  void check(JsonNode message) {
    assertThat(isActivated).as("REC-10: nothing follows an activation: " + message).isFalse();
    var row = message.path("record");
    assertThat(row.isObject()).as("REC-1: " + message).isTrue();
    assertThat(row.propertyNames())
        .as("REC-4, REC-5: exactly the declared fields")
        .containsExactlyInAnyOrderElementsOf(properties.propertyNames());
    checkVersion(message);
    assertThat(keys).as("REC-3: " + row).noneMatch(key -> row.path(key).isNull());
    assertThat(seen.add(keys.stream().map(key -> row.path(key).toString()).toList()))
        .as("a key comes once: " + row)
        .isTrue();
    validity.check(row);
    checkTime(message.path("time_extracted").asString(""));
  }

  void checkActivation(JsonNode message) {
    assertThat(message.path("version").isIntegralNumber()).as("REC-10: " + message).isTrue();
    assertThat(isActivated).as("REC-10: once: " + message).isFalse();
    if (!seen.isEmpty()) {
      assertThat(message.path("version").longValue()).as("REC-10: " + message).isEqualTo(version);
    }
    isActivated = true;
  }

  /** All of them have a version, or none has: as the first one does. It never shrinks. */
  private void checkVersion(JsonNode message) {
    hasVersions = seen.isEmpty() ? message.has("version") : hasVersions;
    assertThat(message.has("version")).as("REC-8: " + message).isEqualTo(hasVersions);
    assertThat(message.path("version").isIntegralNumber()).as("REC-8").isEqualTo(hasVersions);
    assertThat(message.path("version").asLong(0)).as("REC-8").isGreaterThanOrEqualTo(version);
    version = message.path("version").asLong(0);
  }

  private static void checkTime(String time) {
    assertThat(time).as("REC-7").matches("[^.]+(\\.\\d{1,6})?Z");
    assertThat(Instant.parse(time)).as("REC-7").isNotNull();
  }
}
