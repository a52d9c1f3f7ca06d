package io.github.tapvirtuous.standin.rows;

import tools.jackson.databind.node.ObjectNode;

/** Fields that only the newest tenth of the made-up rows has. */
final class NewerFields {
  private NewerFields() {}

  static ObjectNode added(String table, ObjectNode row) {
    switch (table) {
      case "gifts" -> {
        row.put("cryptocoinType", "Bitcoin").put("nonCashGiftType", "Crypto");
        row.putArray("giftPassthroughs");
      }
      case "contacts" ->
          row.put("isCurrentUserFollowing", false).put("preferredLanguage", "Español");
      case "recurring_gifts" -> row.put("thankYouDate", "2025-01-15T00:00:00");
      case "projects" -> row.put("isAvailableOnline", true);
      default -> row.put("externalReference", "ref-" + Row.KEY);
    }
    return row;
  }
}
