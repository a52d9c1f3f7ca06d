package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.table.Table;

/**
 * One page of one table.
 *
 * @param skip rows before the page
 * @param take rows of the page, at most
 * @param descending newest keys first
 */
public record PageRequest(Table table, int skip, int take, boolean descending) {
  private static final int SMALLEST = 10;

  /** Half the rows, but not below {@value #SMALLEST}: for a page that is too heavy. */
  public PageRequest halved() {
    return taking(Math.min(take, Math.max(SMALLEST, take / 2)));
  }

  PageRequest taking(int rows) {
    return new PageRequest(table, skip, rows, descending);
  }
}
