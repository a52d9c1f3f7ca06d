package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.JsonBytes;
import io.github.tapvirtuous.json.NameOrder;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The known fields of a table, numbered: first the columns in their order, then the fields that the
 * user left out. Spellings of one field share its number. What the renderer needs of each column is
 * made once. Thread-safe.
 */
final class ColumnIndex {
  /** The place of a field that the schema lacks. */
  static final int UNKNOWN = NameOrder.UNKNOWN;

  private final Map<String, Integer> places = new HashMap<>();
  private final Column[] columns;
  private final FieldType[] types;
  private final byte[][] encodedNames;
  private final byte[][] nullColumns;
  private final boolean[] spelledTwice;
  private final int key;
  private final int modified;
  private final int created;
  private final boolean[] noted;

  ColumnIndex(TableSchema schema, Set<String> deselected, Table table) {
    columns = schema.columns().toArray(Column[]::new);
    types = schema.columns().stream().map(Column::type).toArray(FieldType[]::new);
    encodedNames = new byte[columns.length][];
    nullColumns = new byte[columns.length][];
    spelledTwice = new boolean[columns.length];
    for (int place = 0; place < columns.length; place++) {
      places.put(columns[place].name(), place);
      encodedNames[place] = JsonBytes.member(columns[place].name(), JsonBytes.NOTHING);
      nullColumns[place] = JsonBytes.member(columns[place].name(), JsonBytes.NULL);
    }
    deselected.forEach(name -> places.putIfAbsent(name, places.size()));
    table.spellings().forEach(this::share);
    key = find(schema.key());
    modified = find(table.dates().modified());
    created = find(table.dates().created());
    noted = new boolean[columns.length];
    for (var place : new int[] {key, modified, created}) {
      if (place >= 0 && place < noted.length) {
        noted[place] = true;
      }
    }
  }

  /** A schema that has the other spelling as a column of its own keeps it. */
  private void share(String field, String column) {
    var place = places.get(column);
    if (place != null && places.putIfAbsent(field, place) == null && place < columns.length) {
      spelledTwice[place] = true;
    }
  }

  /** How many columns there are. */
  int size() {
    return columns.length;
  }

  /** From {@link #size()} on for a field that the user left out, else {@link #UNKNOWN}. */
  int find(String name) {
    var place = places.get(name);
    return place == null ? UNKNOWN : place;
  }

  /** Whether fields of two names fill it. */
  boolean isSpelledTwice(int place) {
    return spelledTwice[place];
  }

  int key() {
    return key;
  }

  /** The column that says when a row was last modified. */
  int modified() {
    return modified;
  }

  /** The column that says when a row was created. */
  int created() {
    return created;
  }

  /** Whether a page notes where this column stands in each row. */
  boolean isNoted(int place) {
    return noted[place];
  }

  String name(int place) {
    return columns[place].name();
  }

  FieldType type(int place) {
    return types[place];
  }

  /** The name as JSON, between a comma and a colon. */
  byte[] encodedName(int place) {
    return encodedNames[place];
  }

  /** The column as JSON where it has no value, behind a comma. */
  byte[] nullColumn(int place) {
    return nullColumns[place];
  }
}
