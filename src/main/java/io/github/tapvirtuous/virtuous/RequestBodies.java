package io.github.tapvirtuous.virtuous;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * What a POST says: {@code {"groups":[],"sortBy":"id","descending":"false"}}. Remembers for the run
 * when a search accepts no query.
 */
final class RequestBodies {
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
      case QUERY -> query(page).toString();
      case QUERY_WITH_ARCHIVED -> queryWithArchived(page).toString();
      case SEARCH -> searchAlone ? SEARCH_ALONE : query(page).put("search", "").toString();
    };
  }

  private ObjectNode queryWithArchived(PageRequest page) {
    return includeArchived || page.archivedToo()
        ? query(page).put("includeArchived", true)
        : query(page);
  }

  private static ObjectNode query(PageRequest page) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putRawValue("groups", new RawValue(page.groups()));
    return body.put("sortBy", page.table().key())
        .put("descending", Boolean.toString(page.descending()));
  }

  /** From now on, searches come without a query. */
  void searchAlone() {
    searchAlone = true;
  }
}
