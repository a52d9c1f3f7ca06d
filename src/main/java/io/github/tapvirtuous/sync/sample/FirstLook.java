package io.github.tapvirtuous.sync.sample;

import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.Page;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the first request for a table's rows showed.
 *
 * @param table as its rows are to be asked for: by its detour where they lack their key
 * @param page the table's first
 * @param detour where they lack it, some rows that were had by that, if they were asked for
 */
public record FirstLook(Table table, Page<Sample> page, List<Page<Sample>> detour) {
  public FirstLook {
    detour = List.copyOf(detour);
  }

  /** The page with the first rows as they are read; without any where the detour led to none. */
  public Page<Sample> first() {
    return table.isDetoured()
        ? detour.stream().findFirst().orElseGet(() -> page.as(Sample.none()))
        : page;
  }

  /** Rows of the whole table, -1 when the reply does not say. */
  public long total() {
    return page.content().total();
  }

  /** Those that its rows are below, in the order in which they were named. */
  List<Long> parents() {
    return page.content().numbers(table.detour().orElseThrow().parents().key());
  }

  Stream<JsonNode> rows() {
    return Stream.concat(Stream.of(page), detour.stream())
        .flatMap(each -> each.content().rows().stream());
  }
}
