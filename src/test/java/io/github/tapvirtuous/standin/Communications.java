package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import io.github.tapvirtuous.standin.query.QueryReader;
import io.github.tapvirtuous.standin.rows.TableRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET Communication/ByCampaign/{campaignId}}, and what the query may keep to itself.
 *
 * @param lackKey whether the query's rows come without key and name
 */
record Communications(TableRows rows, TableRows campaigns, boolean lackKey) {
  static final String TABLE = "communications";

  private static final Pattern BY_CAMPAIGN =
      Pattern.compile("Communication/ByCampaign/([0-9]{1,18})");
  private static final int MOST = 100;
  private static final int DEFAULT_TAKE = 10;

  /** How the fields of the query are spelled here. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "startdateTimeUtc", "startDateTimeUtc",
          "createdDateTimeUtc", "createDateTimeUtc",
          "lastModifiedDateTimeUtc", "modifiedDateTimeUtc");

  static boolean concerns(String path) {
    return BY_CAMPAIGN.matcher(path).matches();
  }

  /** A campaign that is gone leads to none of its communications. */
  StandInReply ofCampaign(StandInRequest request) {
    var path = BY_CAMPAIGN.matcher(request.path());
    if (!path.matches() || campaigns.text(Long.parseLong(path.group(1))).isEmpty()) {
      return Samples.error("404");
    }
    var take = QueryReader.number(request, "take", DEFAULT_TAKE);
    if (take > MOST) {
      return StandInReply.text(400, "text/plain", "Take must not be greater than " + MOST + ".");
    }
    return page(inCampaign(Long.parseLong(path.group(1))), request.skip(), take);
  }

  private List<ObjectNode> inCampaign(long campaign) {
    return rows.texts().stream()
        .flatMap(text -> object(text))
        .filter(row -> row.path("campaignId").asLong(-1) == campaign)
        .map(Communications::respelled)
        .toList();
  }

  private static Stream<ObjectNode> object(String text) {
    return JsonMapper.shared().readTree(text) instanceof ObjectNode row
        ? Stream.of(row)
        : Stream.empty();
  }

  private static ObjectNode respelled(ObjectNode row) {
    var respelled = JsonMapper.shared().createObjectNode();
    row.forEachEntry((name, value) -> respelled.set(SPELLINGS.getOrDefault(name, name), value));
    return respelled;
  }

  private static StandInReply page(List<ObjectNode> rows, int skip, int take) {
    var reply = JsonMapper.shared().createObjectNode();
    var list = reply.putArray("list");
    rows.stream().skip(skip).limit(take).forEach(list::add);
    return json(reply.put("total", rows.size()));
  }

  /** The query's reply. */
  StandInReply queried(StandInReply reply) {
    return lackKey ? withoutKeys(reply) : reply;
  }

  private static StandInReply withoutKeys(StandInReply reply) {
    try {
      var body = JsonMapper.shared().readTree(reply.body());
      body.path("list").forEach(Communications::removeKey);
      return json(body);
    } catch (JacksonException brokenOnPurpose) {
      return reply;
    }
  }

  private static void removeKey(JsonNode row) {
    if (row instanceof ObjectNode object) {
      object.remove(List.of("communicationId", "name"));
    }
  }

  private static StandInReply json(JsonNode body) {
    return StandInReply.json(200, body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
