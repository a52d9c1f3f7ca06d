package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Set;

/**
 * One table that is read, and the columns that are kept of it.
 *
 * @param stream the name in output and bookmarks, which may differ from the table's
 * @param schema the selected columns, the key always among them
 * @param deselected columns that the user left out: known, but not read
 */
public record SelectedStream(
    String stream, Table table, TableSchema schema, Set<String> deselected) {
  public SelectedStream {
    deselected = Set.copyOf(deselected);
  }

  /** The whole of a table under its own name. */
  public static SelectedStream of(Table table, TableSchema schema) {
    return new SelectedStream(table.name(), table, schema, Set.of());
  }
}
