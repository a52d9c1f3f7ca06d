package io.github.tapvirtuous.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields that the vendor documents or that recorded replies hold, a file a table: {@code
 * fields/<table>.json}, such as {@code {"id":"integer","giftDate":"timestamp"}}.
 */
final class KnownFields {
  private KnownFields() {}

  /** In the order of the file, the key among them. */
  static List<Column> of(Table table, DateTimes dateTimes) {
    var resource = "/fields/" + table.name() + ".json";
    try (var in = KnownFields.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar");
      }
      return read(in, dateTimes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A token loop: an object mapper would cost a start-up tens of milliseconds.
  private static List<Column> read(InputStream in, DateTimes dateTimes) {
    var columns = new ArrayList<Column>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        columns.add(new Column(name, type(parser.getString(), dateTimes)));
      }
    }
    return List.copyOf(columns);
  }

  private static FieldType type(String word, DateTimes dateTimes) {
    var type = FieldType.valueOf(word.toUpperCase(Locale.ROOT));
    return type == FieldType.TIMESTAMP && dateTimes == DateTimes.TEXT ? FieldType.STRING : type;
  }
}
