package io.github.tapvirtuous.standin.query;

import io.github.tapvirtuous.standin.http.StandInRequest;
import io.github.tapvirtuous.standin.rows.Query;
import io.github.tapvirtuous.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads query string and body as Virtuous does: leniently, but for what it cannot parse.
 *
 * @param maxTake what a larger {@code take} is cut down to
 * @param understanding of conditions
 */
public record QueryReader(int maxTake, Understanding understanding) {
  private static final int DEFAULT_TAKE = 10;

  public Query read(StandInRequest request, Table table) {
    var parameters = parameters(request.query());
    var body =
        table.call().body() == Table.Body.NONE ? JsonMapper.shared().nullNode() : body(request);
    return new Query(
        number(parameters, "skip", 0),
        Math.min(maxTake, number(parameters, "take", DEFAULT_TAKE)),
        order(body, table),
        new Conditions(table, understanding).filter(body.path("groups")),
        body.path("includeArchived").asBoolean(false));
  }

  public static JsonNode body(StandInRequest request) {
    try {
      var body = JsonMapper.shared().readTree(request.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException notJson) {
      throw new UnreadableQuery("The request is invalid.");
    }
    throw new UnreadableQuery("The request is invalid.");
  }

  /** A number of the query string. */
  public static int number(StandInRequest request, String name, int otherwise) {
    return number(parameters(request.query()), name, otherwise);
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (var pair : List.of(query.split("&", -1))) {
      var mark = pair.indexOf('=');
      if (mark > 0) {
        parameters.put(pair.substring(0, mark), pair.substring(mark + 1));
      }
    }
    return parameters;
  }

  private static int number(Map<String, String> parameters, String name, int otherwise) {
    var text = parameters.getOrDefault(name, Integer.toString(otherwise));
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException notANumber) {
      throw new UnreadableQuery("The value '" + text + "' is not valid for " + name + ".");
    }
  }

  /** An unknown field to sort by is ignored, as the variety of those in use suggests. */
  private static Query.Order order(JsonNode body, Table table) {
    var descending = body.path("descending").asString("false").equalsIgnoreCase("true");
    var sortBy = Field.named(body.path("sortBy").asString(""), table);
    var by = sortBy == Field.MODIFIED ? Query.By.MODIFIED : Query.By.KEY;
    return new Query.Order(by, descending && sortBy != Field.OTHER, 0);
  }

  /** The fields that the stand-in can sort by. */
  enum Field {
    KEY,
    MODIFIED,
    OTHER;

    static Field named(String name, Table table) {
      var plain = name.replace(" ", "").toLowerCase(Locale.ROOT);
      if (plain.equals("id") || plain.equals(table.key().toLowerCase(Locale.ROOT))) {
        return KEY;
      }
      if (plain.equals(
          QueryOptions.keyParameter(table).replace(" ", "").toLowerCase(Locale.ROOT))) {
        return KEY;
      }
      var modified = plain.startsWith("lastmodifieddate") || plain.equals("modifieddatetimeutc");
      return modified ? MODIFIED : OTHER;
    }
  }
}
