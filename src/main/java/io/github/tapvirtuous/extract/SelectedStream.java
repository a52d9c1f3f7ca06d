package io.github.tapvirtuous.extract;

import io.github.tapvirtuous.schema.TableSchema;
import io.github.tapvirtuous.table.Table;

/**
 * One table that is read, and the columns that are kept of it.
 *
 * @param stream the name in output and bookmarks, which may differ from the table's
 * @param schema the selected columns, the key always among them
 */
public record SelectedStream(String stream, Table table, TableSchema schema) {}
