package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.Buffers;
import java.util.List;

/** Pages of rows that are finished JSON already, for tests of what becomes of them. */
public final class Pages {
  private Pages() {}

  public static RenderedPage of(List<byte[]> rows) {
    var page = new PageBuilder(new Buffers().lend(64));
    var out = page.out();
    for (var row : rows) {
      var start = out.length();
      out.raw(row);
      page.add(start, page.row());
    }
    return page.build(rows.size());
  }
}
