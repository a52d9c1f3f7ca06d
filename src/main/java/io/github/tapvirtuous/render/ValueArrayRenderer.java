package io.github.tapvirtuous.render;

import io.github.tapvirtuous.schema.FieldType;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Turns the bare values of one reply into rows: the value as text, and its place in the list. */
final class ValueArrayRenderer {
  private final JsonParser parser;
  private final ColumnIndex columns;
  private final PageBuilder page;
  private final JsonBytes out;
  private final Set<String> seen = new HashSet<>();

  ValueArrayRenderer(JsonParser parser, ColumnIndex columns, PageBuilder page) {
    this.parser = parser;
    this.columns = columns;
    this.page = page;
    this.out = page.out();
  }

  /** Reads the element at the parser's current token and adds a row for a value not seen before. */
  void element() {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      page.skipValue();
      return;
    }
    var start = out.length();
    var value = row();
    if (seen.add(value)) {
      page.add(start, value);
    } else {
      out.truncate(start);
      page.skipValue();
    }
  }

  private String row() {
    var position = page.position();
    out.raw('{');
    out.raw(columns.encodedName(columns.key()));
    var start = out.length();
    new ValueRenderer(parser, out).write(FieldType.STRING);
    var value = out.text(start, out.length());
    for (int place = 0; place < columns.size(); place++) {
      if (place != columns.key()) {
        out.raw(',');
        out.raw(columns.encodedName(place));
        out.ascii(Integer.toString(position));
      }
    }
    out.raw('}');
    return value;
  }
}
