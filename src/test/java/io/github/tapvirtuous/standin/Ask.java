package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a stand-in as a tap would, with its key. */
public final class Ask {
  private static final Map<String, String> HEADERS = Map.of("Authorization", "Basic demo-key");

  private Ask() {}

  static StandInReply get(StandIn standIn, String target) {
    return standIn.answer(new StandInRequest("GET", target, HEADERS, new byte[0]));
  }

  static StandInReply post(StandIn standIn, String target, String body) {
    return send(standIn, "POST", target, body);
  }

  static StandInReply send(StandIn standIn, String method, String target, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return standIn.answer(new StandInRequest(method, target, HEADERS, bytes));
  }

  public static JsonNode json(StandIn standIn, String target) {
    return json(standIn, target, "{}");
  }

  static JsonNode json(StandIn standIn, String target, String body) {
    return JsonMapper.shared().readTree(post(standIn, target, body).body());
  }

  /** A query's body with one condition. */
  static String where(String parameter, String operator, String value) {
    return anyOf(group(condition(parameter, operator, value)));
  }

  /** A query's body; see {@link #group}. */
  static String anyOf(String... groups) {
    return "{\"groups\":[" + String.join(",", groups) + "]}";
  }

  static String group(String... conditions) {
    return "{\"conditions\":[" + String.join(",", conditions) + "]}";
  }

  static String condition(String parameter, String operator, String value) {
    return "{\"parameter\":\"%s\",\"operator\":\"%s\",\"value\":\"%s\"}"
        .formatted(parameter, operator, value);
  }

  static List<JsonNode> list(StandIn standIn, String target) {
    return json(standIn, target).path("list").valueStream().toList();
  }

  static List<Long> ids(StandIn standIn, String target) {
    return ids(standIn, target, "{}");
  }

  static List<Long> ids(StandIn standIn, String target, String body) {
    return json(standIn, target, body)
        .path("list")
        .valueStream()
        .map(row -> row.path("id").asLong())
        .toList();
  }
}
