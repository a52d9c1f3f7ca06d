package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET X/QueryOptions}: what a table can be filtered by. */
public final class QueryOptions {
  static final String CREATED = "Create Date";
  static final String MODIFIED = "Last Modified Date";

  private static final String SUFFIX = "/QueryOptions";
  private static final Map<String, String> RECORDED =
      Map.of(
          "contacts",
          "query_options_contact",
          "gift_destinations",
          "query_options_gift_designation");

  private QueryOptions() {}

  public static Optional<StandInReply> reply(String path, Understanding understanding) {
    if (!path.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    var resource = path.substring(0, path.length() - SUFFIX.length());
    return TableMap.all().stream()
        .filter(table -> table.call().path().startsWith(resource + "/Query"))
        .filter(table -> !understanding.offers(table, Offer.NOT_FOUND))
        .findFirst()
        .map(table -> understanding.options(table).toString().getBytes(StandardCharsets.UTF_8))
        .map(body -> StandInReply.json(200, body));
  }

  /** {@code Gift Id} for {@code Gift/Query/FullGift}. */
  static String keyParameter(Table table) {
    var path = table.call().path().replace("v2/", "");
    var resource = path.substring(0, Math.max(0, path.indexOf('/')));
    return resource.replaceAll("(?<=[a-z])(?=[A-Z])", " ") + " Id";
  }

  static ObjectNode of(Table table, Set<Offer> offers) {
    var reply = recorded(table).or(() -> noted(table)).orElseGet(() -> made(table));
    var options = (ArrayNode) reply.path("options");
    if (offers.contains(Offer.WITHOUT_MODIFIED)) {
      options.removeIf(option -> parameter(option).startsWith(MODIFIED));
    }
    if (offers.contains(Offer.WITHOUT_KEY)) {
      options.removeIf(option -> parameter(option).equals(keyParameter(table)));
    }
    if (offers.contains(Offer.DATE_TIMES)) {
      add(options, "Create DateTime", "Date", Comparison.OF_DAYS);
      add(options, "Last Modified DateTime", "Date", Comparison.OF_DAYS);
    }
    if (offers.contains(Offer.KEY_LISTS)) {
      options
          .valueStream()
          .filter(option -> parameter(option).equals(keyParameter(table)))
          .forEach(option -> operator((ArrayNode) option.path("operatorOptions"), "In", true));
    }
    return reply;
  }

  private static String parameter(JsonNode option) {
    return option.path("parameter").asString("");
  }

  private static Optional<ObjectNode> recorded(Table table) {
    return Optional.ofNullable(RECORDED.get(table.name()))
        .map(file -> (ObjectNode) JsonMapper.shared().readTree(Samples.text(file)));
  }

  /** A recorded reply of which only the names were written down. */
  private static Optional<ObjectNode> noted(Table table) {
    var path = table.call().path().replace("/Query", SUFFIX);
    var notes = JsonMapper.shared().readTree(Samples.text("query_options_recorded")).path(path);
    var reply = JsonMapper.shared().createObjectNode();
    var options = reply.putArray("options");
    for (var note : notes) {
      var operators = note.path("operators").valueStream().map(JsonNode::asString).toList();
      add(options, parameter(note), note.path("type").asString(), operators);
    }
    return notes.isMissingNode() ? Optional.empty() : Optional.of(reply);
  }

  private static ObjectNode made(Table table) {
    var made = JsonMapper.shared().createObjectNode();
    var options = made.putArray("options");
    add(options, keyParameter(table), "Int", Comparison.OF_KEYS);
    if (!table.modifiedField().isEmpty()) {
      add(options, CREATED, "Date", Comparison.OF_DAYS);
      add(options, MODIFIED, "Date", Comparison.OF_DAYS);
    }
    if (table.name().equals("gifts")) {
      add(options, "Create DateTime UTC", "Date", Comparison.OF_DAYS);
      add(options, "Last Modified DateTime UTC", "Date", Comparison.OF_DAYS);
    }
    made.putArray("operatorOptions");
    return made;
  }

  private static void add(
      ArrayNode options, String parameter, String type, List<String> comparisons) {
    var option = options.addObject().put("parameter", parameter).put("type", type);
    var operators = option.putArray("operatorOptions");
    comparisons.forEach(name -> operator(operators, name, false));
    option.putArray("valueOptions");
  }

  private static void operator(ArrayNode operators, String name, boolean many) {
    operators
        .addObject()
        .put("operator", name)
        .put("multipleValuesAllowed", many)
        .put("valueRequired", true);
  }
}
