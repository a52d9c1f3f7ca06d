package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET X/QueryOptions}: what a table can be filtered by. */
public final class QueryOptions {
  private static final String SUFFIX = "/QueryOptions";
  private static final Map<String, String> RECORDED =
      Map.of(
          "contacts",
          "query_options_contact",
          "gift_destinations",
          "query_options_gift_designation");

  private QueryOptions() {}

  public static Optional<StandInReply> reply(String path) {
    if (!path.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    var resource = path.substring(0, path.length() - SUFFIX.length());
    return TableMap.all().stream()
        .filter(table -> table.call().path().startsWith(resource + "/Query"))
        .findFirst()
        .map(table -> StandInReply.json(200, body(table).getBytes(StandardCharsets.UTF_8)));
  }

  /** {@code Gift Id} for {@code Gift/Query/FullGift}. */
  static String keyParameter(Table table) {
    var path = table.call().path().replace("v2/", "");
    var resource = path.substring(0, Math.max(0, path.indexOf('/')));
    return resource.replaceAll("(?<=[a-z])(?=[A-Z])", " ") + " Id";
  }

  private static String body(Table table) {
    var recorded = RECORDED.get(table.name());
    return recorded == null ? made(table).toString() : Samples.text(recorded);
  }

  private static ObjectNode made(Table table) {
    var made = JsonMapper.shared().createObjectNode();
    var options = made.putArray("options");
    options.add(option(keyParameter(table), "Int", QueryReader.Field.KEY));
    if (!table.modifiedField().isEmpty()) {
      options.add(option("Last Modified Date", "Date", QueryReader.Field.MODIFIED));
    }
    made.putArray("operatorOptions");
    return made;
  }

  private static ObjectNode option(String parameter, String type, QueryReader.Field field) {
    var option =
        JsonMapper.shared().createObjectNode().put("parameter", parameter).put("type", type);
    var operators = option.putArray("operatorOptions");
    for (var operator : Conditions.operators(field)) {
      operators
          .addObject()
          .put("operator", operator)
          .put("multipleValuesAllowed", false)
          .put("valueRequired", true);
    }
    option.putArray("valueOptions");
    return option;
  }
}
