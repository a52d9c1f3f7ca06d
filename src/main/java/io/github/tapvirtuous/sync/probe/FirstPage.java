package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.facts.Fact;
import io.github.tapvirtuous.facts.PageFacts;
import io.github.tapvirtuous.sync.sample.Sample;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.Page;
import java.time.Duration;

/**
 * A table's first rows, as they came.
 *
 * @param wanted rows that should come at a time
 */
record FirstPage(Table table, Page<Sample> page, int wanted, TableRows rows) {
  static FirstPage of(Table table, Page<Sample> page, int wanted) {
    return new FirstPage(table, page, wanted, TableRows.of(table, page.content().rows()));
  }

  PageFacts facts() {
    return new PageFacts(
        keyed(),
        ordered(),
        served(),
        table.isValueArray() ? Fact.UNKNOWN : Fact.of(total() >= 0),
        dated(),
        count() >= wanted,
        Duration.between(page.sentAt(), page.receivedAt()));
  }

  private Fact keyed() {
    return table.isValueArray() || count() == 0 ? Fact.UNKNOWN : Fact.of(rows.keyless() == 0);
  }

  /** Where no order can be asked for, none is expected. */
  private Fact ordered() {
    return !table.canDescend() || rows.dates().size() < 2
        ? Fact.UNKNOWN
        : Fact.of(rows.isOrdered());
  }

  private Fact served() {
    if (page.asked().take() < wanted) {
      return Fact.NO;
    } else if (table.isValueArray() || (total() < 0 && count() < wanted)) {
      return Fact.UNKNOWN;
    }
    return Fact.of(count() >= wanted || count() >= total());
  }

  private Fact dated() {
    return table.modifiedField().isEmpty() || count() == 0
        ? Fact.UNKNOWN
        : Fact.of(rows.undated() == 0);
  }

  private int count() {
    return page.content().rows().size();
  }

  long total() {
    return page.content().total();
  }

  /** Whether the table has no other rows. */
  boolean isWhole() {
    return !page.content().isPart(page.asked().take());
  }
}
