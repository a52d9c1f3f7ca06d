package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.JsonBytes;
import io.github.tapvirtuous.table.FieldType;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Turns the bare values of one reply into rows: the value as text, and its place in the list. */
final class ValueArrayRenderer {
  private final JsonParser parser;
  private final ColumnIndex columns;
  private final int position;
  private final PageBuilder page;
  private final JsonBytes out;
  private final ValueRenderer values;
  private final Set<String> seen = new HashSet<>();

  ValueArrayRenderer(JsonParser parser, ColumnIndex columns, PageBuilder page) {
    this.parser = parser;
    this.columns = columns;
    this.position = columns.find("position");
    this.page = page;
    this.out = page.out();
    this.values = new ValueRenderer(parser, out);
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
    var value = "";
    var first = out.length();
    for (int column = 0; column < columns.size(); column++) {
      out.raw(columns.encodedName(column));
      var start = out.length();
      column(column);
      if (column == columns.key()) {
        value = out.text(start, out.length());
      }
    }
    out.replace(first, '{');
    out.raw('}');
    return value;
  }

  private void column(int column) {
    if (column == columns.key()) {
      values.write(FieldType.STRING);
    } else if (column == position) {
      out.ascii(Integer.toString(page.position()));
    } else {
      out.raw(JsonBytes.NULL);
    }
  }
}
