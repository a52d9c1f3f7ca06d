package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.json.ReplyJson;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.Table.Body;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;
import tools.jackson.databind.JsonNode;

/**
 * The parameters and operators with which rows of a table can be asked for, as the reply says them:
 * {@code {"options":[{"parameter":"Gift Id","type":"Int","operatorOptions":[{"operator":"Is",…}],
 * …}],…}}. For tables that are read by a query alone.
 */
public record GetQueryOptions(Table table) implements Endpoint<JsonNode> {
  private static final String QUERY = "/Query";

  /** Whether Virtuous has such options for a table. */
  public static boolean isOfferedFor(Table table) {
    var body = table.call().body();
    return body == Body.QUERY || body == Body.QUERY_WITH_ARCHIVED;
  }

  @Override
  public Request request() {
    var path = table.call().path();
    return Request.get(path.substring(0, path.indexOf(QUERY)) + "/QueryOptions");
  }

  @Override
  public JsonNode read(HttpReply reply) {
    return ReplyJson.tree(reply.body());
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public String inWords() {
    return "the query options of " + table.name();
  }
}
