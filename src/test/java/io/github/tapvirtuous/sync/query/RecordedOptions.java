package io.github.tapvirtuous.sync.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Options that Virtuous was seen to offer. */
final class RecordedOptions {
  private RecordedOptions() {}

  static Candidates candidates(String table) {
    return new Candidates(table(table), of(table));
  }

  static QueryOptions of(String table) {
    return QueryOptions.of(
        switch (table) {
          case "contacts" -> file("query_options_contact");
          case "gift_destinations" -> file("query_options_gift_designation");
          case "volunteers" -> written("Volunteer/QueryOptions");
          case "volunteer_opportunities" -> written("VolunteerOpportunity/QueryOptions");
          default -> throw new IllegalArgumentException(table);
        });
  }

  static Table table(String name) {
    return TableMap.named(name).orElseThrow();
  }

  /** A reply of which only names were written down. */
  private static JsonNode written(String path) {
    var reply = JsonNodeFactory.instance.objectNode();
    var options = reply.putArray("options");
    for (var noted : file("query_options_recorded").path(path)) {
      var option = options.addObject();
      option.set("parameter", noted.path("parameter"));
      option.set("type", noted.path("type"));
      var operators = option.putArray("operatorOptions");
      noted.path("operators").forEach(name -> operators.addObject().set("operator", name));
    }
    return reply;
  }

  private static JsonNode file(String name) {
    var path = "/standin/" + name + ".json";
    try (var in = Objects.requireNonNull(RecordedOptions.class.getResourceAsStream(path), path)) {
      return StrictJson.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
