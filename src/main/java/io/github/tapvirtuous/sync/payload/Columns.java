package io.github.tapvirtuous.sync.payload;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which fields of a payload may leave, and what is known of their types.
 *
 * @param known types that hold, whatever a payload shows; the key is among them
 * @param wanted by the name of a field; of the key it is not asked
 */
public record Columns(
    Table table, TableSchema known, Predicate<String> wanted, DateTimes dateTimes) {
  private static final String OF_TARGETS = "_sdc_";

  /** All fields that a payload has. */
  public static Columns all(Table table, TableSchema known, DateTimes dateTimes) {
    return new Columns(table, known, name -> true, dateTimes);
  }

  /** Those that are known, and no other. */
  public static Columns only(Table table, TableSchema known, DateTimes dateTimes) {
    return new Columns(table, known, isIn(known), dateTimes);
  }

  private static Predicate<String> isIn(TableSchema schema) {
    var names = schema.columns().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
    return names::contains;
  }

  /** Whether a field other than the key leaves: none that has a name of the targets' own. */
  boolean takes(String name) {
    return !name.equals(known.key())
        && !name.toLowerCase(Locale.ROOT).startsWith(OF_TARGETS)
        && wanted.test(name);
  }

  /** The column that identifies a row. */
  Column key() {
    return known.columns().stream().filter(known::isKey).findFirst().orElseThrow();
  }
}
