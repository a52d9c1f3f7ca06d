package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.row.RenderedPage;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A read that goes on says the row once more at which it stood: a destination that appends would
 * have it twice.
 */
final class ResumedRows {
  private final Map<String, Long> last = new HashMap<>();

  /** The first row of a stream is left out if it is this one. */
  void goesOnAt(String stream, long key) {
    last.put(stream, key);
  }

  /** Those that were not said before. */
  RenderedPage among(String stream, RenderedPage rows) {
    var said = last.remove(stream);
    var keys = rows.keys();
    if (said == null || keys.length == 0 || keys[0] != said) {
      return rows;
    }
    return rows.only(IntStream.range(1, rows.rows()).toArray());
  }
}
