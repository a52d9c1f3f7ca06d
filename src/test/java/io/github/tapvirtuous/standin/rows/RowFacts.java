package io.github.tapvirtuous.standin.rows;

import io.github.tapvirtuous.table.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a query may ask of a row.
 *
 * @param key {@link #NO_KEY} where the row has no whole number as its key
 * @param created epoch milliseconds, {@link #UNKNOWN} without a date or with one in the year 1
 * @param modified likewise
 * @param archived hidden from queries that do not ask for it
 */
public record RowFacts(long key, long created, long modified, boolean archived) {
  public static final long NO_KEY = Long.MIN_VALUE;
  public static final long UNKNOWN = Long.MIN_VALUE;

  private static final RowFacts NONE = new RowFacts(NO_KEY, UNKNOWN, UNKNOWN, false);

  /** Reads as far as it can: rows may be broken on purpose. */
  public static RowFacts of(String json, Table table) {
    var facts = NONE;
    try (var parser = JsonMapper.shared().createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return NONE;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        facts = facts.with(name, parser, table);
        parser.skipChildren();
      }
    } catch (JacksonException broken) {
      return facts;
    }
    return facts;
  }

  private RowFacts with(String name, JsonParser parser, Table table) {
    var token = parser.currentToken();
    if (name.equals(table.key()) && token == JsonToken.VALUE_NUMBER_INT && key == NO_KEY) {
      return new RowFacts(parser.getLongValue(), created, modified, archived);
    }
    if (name.equals(Stamp.createdField(table)) && token == JsonToken.VALUE_STRING) {
      return new RowFacts(key, millis(parser.getString()), modified, archived);
    }
    if (name.equals(table.modifiedField()) && token == JsonToken.VALUE_STRING) {
      return new RowFacts(key, created, millis(parser.getString()), archived);
    }
    if (name.equals("isArchived") && table.call().body() == Table.Body.QUERY_WITH_ARCHIVED) {
      return new RowFacts(key, created, modified, token == JsonToken.VALUE_TRUE);
    }
    return this;
  }

  RowFacts asArchived() {
    return new RowFacts(key, created, modified, true);
  }

  private static long millis(String text) {
    var local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    try {
      var time = LocalDateTime.parse(local);
      return time.getYear() == 1 ? UNKNOWN : time.toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeParseException notATime) {
      return UNKNOWN;
    }
  }
}
