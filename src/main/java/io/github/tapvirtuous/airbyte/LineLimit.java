package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.row.RenderedPage;

/**
 * Platforms end a read over a line of more than 20 million characters, and the reader of DuckDB's
 * that PyAirbyte uses stops at 16 MiB: one such row would take the others along.
 */
final class LineLimit {
  /** UTF-8, which has at least a byte a character; what stands around a row fits into the rest. */
  static final int ROW_BYTES = 15_000_000;

  private static final String WORDS =
      "%s: %s has %d bytes, and Airbyte takes no row of more than %d.";

  private LineLimit() {}

  /** Throws where a row is longer, before any of them has left. */
  static void check(String stream, RenderedPage rows) {
    for (int row = 0; row < rows.rows(); row++) {
      var length = rows.end(row) - rows.start(row);
      if (length > ROW_BYTES) {
        throw new SourceException(
            Kind.UNFIT,
            WORDS.formatted(stream, name(rows, row), length, ROW_BYTES),
            "Deselect the column that is so large, or shorten it in Virtuous.");
      }
    }
  }

  private static String name(RenderedPage rows, int row) {
    var keys = rows.keys();
    return keys.length > row ? "the row with the key " + keys[row] : "a row";
  }
}
