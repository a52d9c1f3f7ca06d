package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import io.github.tapvirtuous.standin.query.QueryReader;
import io.github.tapvirtuous.standin.webhook.Subscriber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST Webhook}, and {@code GET}, {@code PUT}, {@code DELETE Webhook/{id}}. */
final class Webhooks {
  private static final Pattern ONE = Pattern.compile("Webhook/([0-9]{1,9})(/Active)?");
  private static final int FIRST_ID = 5150;
  private static final List<String> SWITCHES =
      List.of(
          "contactCreate",
          "contactUpdate",
          "giftCreate",
          "giftUpdate",
          "giftDelete",
          "projectCreate",
          "projectUpdate",
          "projectDelete",
          "formSubmission",
          "contactNoteCreate",
          "contactNoteUpdate",
          "contactNoteDelete",
          "eventCreate",
          "eventUpdate",
          "eventDelete");

  private final Map<Integer, ObjectNode> stored = new TreeMap<>();
  private int nextId = FIRST_ID;

  static boolean concerns(String path) {
    return path.equals("Webhook") || path.startsWith("Webhook/");
  }

  synchronized StandInReply answer(StandInRequest request) {
    if (request.path().equals("Webhook")) {
      return request.method().equals("POST") ? create(request) : Samples.error("404");
    }
    var one = ONE.matcher(request.path());
    if (!one.matches() || !stored.containsKey(Integer.valueOf(one.group(1)))) {
      return Samples.error("404");
    }
    var id = Integer.parseInt(one.group(1));
    if (one.group(2) == null) {
      return change(request, id);
    }
    return request.method().equals("PUT") ? activate(request, id) : Samples.error("404");
  }

  synchronized Map<Integer, ObjectNode> all() {
    var copies = new TreeMap<Integer, ObjectNode>();
    stored.forEach((id, webhook) -> copies.put(id, webhook.deepCopy()));
    return copies;
  }

  /** Who is told of changes. */
  synchronized List<Subscriber> subscribers() {
    return stored.values().stream().map(Subscriber::of).filter(Subscriber::isActive).toList();
  }

  private StandInReply create(StandInRequest request) {
    return store(nextId++, request);
  }

  /** What is not said is off. */
  private StandInReply store(int id, StandInRequest request) {
    var webhook = JsonMapper.shared().createObjectNode().put("id", id);
    webhook.put("active", false);
    SWITCHES.forEach(each -> webhook.put(each, false));
    var body = (ObjectNode) QueryReader.body(request);
    body.remove("id");
    stored.put(id, webhook.setAll(body));
    return reply(webhook);
  }

  private StandInReply change(StandInRequest request, int id) {
    return switch (request.method()) {
      case "PUT" -> store(id, request);
      case "DELETE" -> {
        stored.remove(id);
        yield StandInReply.json(200, new byte[0]);
      }
      default -> Optional.ofNullable(stored.get(id)).map(Webhooks::reply).orElseThrow();
    };
  }

  private StandInReply activate(StandInRequest request, int id) {
    var webhook = Optional.ofNullable(stored.get(id)).orElseThrow();
    webhook.put("active", request.query().equals("active=true"));
    return reply(webhook);
  }

  private static StandInReply reply(ObjectNode webhook) {
    return StandInReply.json(200, webhook.toString().getBytes(StandardCharsets.UTF_8));
  }
}
