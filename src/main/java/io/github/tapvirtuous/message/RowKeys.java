package io.github.tapvirtuous.message;

import io.github.tapvirtuous.table.Column;
import java.util.List;

/**
 * Which rows of a stream are meant, and nothing else of them.
 *
 * @param column that identifies a row, in the type that the stream's rows have there
 * @param keys whole numbers, whatever the type
 */
public record RowKeys(Column column, List<Long> keys) {
  public RowKeys {
    keys = List.copyOf(keys);
  }
}
