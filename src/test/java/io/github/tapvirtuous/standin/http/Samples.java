package io.github.tapvirtuous.standin.http;

import io.github.tapvirtuous.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded and documented replies under {@code src/test/resources/standin}. */
public final class Samples {
  private Samples() {}

  public static String text(String file) {
    var name = "/standin/" + file + ".json";
    try (var stream = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static JsonNode json(String file) {
    return JsonMapper.shared().readTree(text(file));
  }

  public static List<JsonNode> rows(Table table) {
    var reply = json(table.name());
    return (reply.isArray() ? reply : reply.path("list")).valueStream().toList();
  }

  public static List<JsonNode> shorterRows(Table table) {
    var rows = rows(table);
    var byLength = Comparator.<JsonNode>comparingInt(row -> row.toString().length());
    return rows.stream().sorted(byLength).limit((rows.size() + 1) / 2).toList();
  }

  /** One of the recorded error replies, such as {@code 401_json}. */
  public static StandInReply error(String name) {
    var error = json("errors").path(name);
    var text =
        error.has("body") ? error.path("body").toString() : error.path("body_text").asString("");
    var type = error.path("headers").path("Content-Type").asString("text/plain");
    var reply = StandInReply.text(error.path("status").asInt(), type, text);
    for (var header : error.path("headers").properties()) {
      if (!header.getKey().equals("Content-Length")) {
        reply = reply.with(header.getKey(), header.getValue().asString());
      }
    }
    return reply;
  }

  /** The recorded or documented reply for this status, else one without a body. */
  public static StandInReply recorded(int status) {
    return json("errors")
        .propertyStream()
        .filter(error -> error.getValue().path("status").asInt() == status)
        .findFirst()
        .map(error -> error(error.getKey()))
        .orElseGet(() -> StandInReply.text(status, "text/plain", ""));
  }
}
