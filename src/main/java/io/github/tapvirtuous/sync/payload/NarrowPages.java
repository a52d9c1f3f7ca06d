package io.github.tapvirtuous.sync.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Renders rows a slice at a time, however many there are, as if replies had brought them. */
final class NarrowPages {
  private static final int MOST_ROWS = 500;

  private final PageRenderer renderer;
  private final String key;

  NarrowPages(Table table, TableSchema schema) {
    this.renderer = new PageRenderer(table, schema, Set.of());
    this.key = schema.key();
  }

  /** Hands on each slice with its page, whose memory serves the next one. */
  void each(List<NarrowRow> rows, BiConsumer<List<NarrowRow>, RenderedPage> taker) {
    for (int from = 0; from < rows.size(); from += MOST_ROWS) {
      var slice = rows.subList(from, Math.min(from + MOST_ROWS, rows.size()));
      try (var page = renderer.render(Bytes.of(list(slice).getBytes(UTF_8)))) {
        taker.accept(slice, page);
      }
    }
  }

  private String list(List<NarrowRow> rows) {
    return rows.stream().map(row -> row.json(key)).collect(Collectors.joining(",", "[", "]"));
  }
}
