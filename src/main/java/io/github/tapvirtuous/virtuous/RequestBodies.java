package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.json.CleanJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a POST says: {@code {"groups":[],"sortBy":"id","descending":"false"}}. Remembers for the run
 * when a search accepts no query.
 */
final class RequestBodies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SEARCH_ALONE = "{\"search\":\"\"}";

  private final boolean includeArchived;
  private volatile boolean searchAlone;

  RequestBodies(boolean includeArchived) {
    this.includeArchived = includeArchived;
  }

  /** JSON; {@code ""} where the table is read with GET. */
  String of(PageRequest page) {
    return switch (page.table().call().body()) {
      case NONE -> "";
      case QUERY -> query(page, JSON.objectNode());
      case QUERY_WITH_ARCHIVED -> query(page, archived(page));
      case SEARCH -> searchAlone ? SEARCH_ALONE : query(page, JSON.objectNode().put("search", ""));
    };
  }

  private ObjectNode archived(PageRequest page) {
    var isWanted = includeArchived || page.archivedToo();
    return isWanted ? JSON.objectNode().put("includeArchived", true) : JSON.objectNode();
  }

  private static String query(PageRequest page, ObjectNode more) {
    var rest = JSON.objectNode().put("sortBy", page.table().key());
    rest.put("descending", Boolean.toString(page.descending())).setAll(more);
    return "{\"groups\":" + page.groups() + "," + CleanJson.text(rest).substring(1);
  }

  /** From now on, searches come without a query. */
  void searchAlone() {
    searchAlone = true;
  }
}
