package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Destinations replace a row by what comes of it: part of one would empty its other columns.
 *
 * @param whole as the stream started
 */
record WholeRows(String stream, TableSchema whole) {
  /** Throws where rows of fewer columns are to come. */
  void check(TableSchema next) {
    if (!names(next).containsAll(names(whole))) {
      throw new SourceException(
          Kind.REPLY,
          stream + ": Virtuous gave only parts of rows that its webhooks told of.",
          "They stay in the inbox; the rows come with the next whole read.");
    }
  }

  private static Set<String> names(TableSchema schema) {
    return schema.columns().stream().map(Column::name).collect(Collectors.toSet());
  }
}
