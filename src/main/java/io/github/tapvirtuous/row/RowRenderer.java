package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.JsonBytes;
import io.github.tapvirtuous.json.NameOrder;
import io.github.tapvirtuous.row.Findings.Kind;
import io.github.tapvirtuous.table.FieldType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Turns the objects of one reply into rows that have exactly the columns of the schema. */
final class RowRenderer {
  private final JsonParser parser;
  private final ColumnIndex columns;
  private final PageBuilder page;
  private final JsonBytes out;
  private final ValueRenderer values;
  private final NameOrder order;
  private final DatePlaces dates;

  /** For each column the last object that had it, counted from 1. */
  private final int[] seenIn;

  private int objects;

  /** Columns that the current object has not had yet. */
  private int missing;

  private int keyStart;
  private int keyEnd;

  RowRenderer(JsonParser parser, ColumnIndex columns, PageBuilder page) {
    this.parser = parser;
    this.columns = columns;
    this.page = page;
    this.out = page.out();
    this.dates = page.dates();
    this.values = new ValueRenderer(parser, out);
    this.order = new NameOrder(parser, columns::find);
    this.seenIn = new int[columns.size()];
  }

  /** Reads the element at the parser's current token and adds the row that it makes, if any. */
  void element() {
    var start = out.length();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      page.withoutKey(start);
      return;
    }
    keyEnd = 0;
    dates.begin();
    objects++;
    missing = columns.size();
    order.restart();
    for (var place = order.next(); place != NameOrder.NO_NAME; place = order.next()) {
      field(place);
    }
    appendMissing();
    out.replace(start, '{');
    out.raw('}');
    add(start);
  }

  private void field(int place) {
    if (place == ColumnIndex.UNKNOWN) {
      skip(Kind.DROPPED);
    } else if (place >= columns.size()) {
      skip();
    } else if (seenIn[place] == objects) {
      skip(Kind.REPEATED);
    } else {
      column(place);
    }
  }

  private void skip(Kind finding) {
    page.findings().add(finding, parser.currentName(), page.row(), 1);
    skip();
  }

  private void skip() {
    parser.nextToken();
    parser.skipChildren();
  }

  private void column(int column) {
    var isNull = parser.nextToken() == JsonToken.VALUE_NULL;
    if (isNull && columns.isSpelledTwice(column)) {
      return; // the other spelling may have a value
    }
    seenIn[column] = objects;
    missing--;
    if (isNull) {
      out.raw(columns.nullColumn(column));
    } else {
      value(column);
    }
  }

  private void value(int column) {
    out.raw(columns.encodedName(column));
    var start = out.length();
    var misfits = values.write(columns.type(column));
    if (misfits > 0) {
      page.findings().add(Kind.MISMATCHED, columns.name(column), page.row(), misfits);
    }
    if (columns.isNoted(column) && !out.isNullAt(start)) {
      note(column, start);
    }
  }

  private void note(int column, int start) {
    if (column == columns.key()) {
      keyStart = start;
      keyEnd = out.length();
    } else if (column == columns.modified()) {
      dates.modified(start);
    } else {
      dates.created(start);
    }
  }

  private void appendMissing() {
    for (int column = 0; missing > 0; column++) {
      if (seenIn[column] != objects) {
        out.raw(columns.nullColumn(column));
        missing--;
      }
    }
  }

  private void add(int start) {
    if (keyEnd == 0) {
      page.withoutKey(start);
    } else if (columns.type(columns.key()) == FieldType.INTEGER) {
      page.add(start, Long.parseLong(out.text(keyStart, keyEnd)));
    } else {
      page.add(start, out.text(keyStart, keyEnd));
    }
  }
}
