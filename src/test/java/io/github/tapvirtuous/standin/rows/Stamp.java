package io.github.tapvirtuous.standin.rows;

import io.github.tapvirtuous.table.Table;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Virtuous notes on a row that somebody creates or modifies.
 *
 * @param clock the stand-in's own
 */
record Stamp(Table table, Clock clock) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  /** As its replies spell it, in tables that have a modified date. */
  static String createdField(Table table) {
    return table.modifiedField().startsWith("last") ? "createdDateTimeUtc" : "createDateTimeUtc";
  }

  void create(ObjectNode row) {
    if (!table.modifiedField().isEmpty()) {
      row.put(createdField(table), now()).put(table.modifiedField(), now());
    }
  }

  /** Rows of tables without a modified date change all the same, and nothing tells of it. */
  void modify(ObjectNode row, int number) {
    if (!table.modifiedField().isEmpty()) {
      row.put(table.modifiedField(), now());
    }
    row.put(visibleField(row), "Change " + number);
  }

  private static String visibleField(ObjectNode row) {
    return Stream.of("modifiedByUser", "name", "batch")
        .filter(row::has)
        .findFirst()
        .orElse("modifiedByUser");
  }

  private String now() {
    return TIME.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
