package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.table.Table;

/**
 * One page of one table, or of those of its rows that meet conditions.
 *
 * @param skip rows before the page
 * @param take rows of the page, at most
 * @param descending newest keys first
 * @param groups the conditions as a JSON array; a row that meets all of one group is asked for, and
 *     {@value #ALL_ROWS} asks for every row. Only queries know conditions
 * @param archivedToo whether archived rows come, too, whatever the config says
 */
public record PageRequest(
    Table table, int skip, int take, boolean descending, String groups, boolean archivedToo) {
  private static final String ALL_ROWS = "[]";
  private static final int SMALLEST = 10;

  /** A page of the whole table. */
  public PageRequest(Table table, int skip, int take, boolean descending) {
    this(table, skip, take, descending, ALL_ROWS);
  }

  /** Of the rows that the config wants. */
  public PageRequest(Table table, int skip, int take, boolean descending, String groups) {
    this(table, skip, take, descending, groups, false);
  }

  /** Of those rows alone that meet the conditions of one of these groups. */
  public PageRequest where(String someGroups) {
    return new PageRequest(table, skip, take, descending, someGroups, archivedToo);
  }

  /** With rows that are hidden, where a table has such. */
  public PageRequest withArchived() {
    return new PageRequest(table, skip, take, descending, groups, true);
  }

  /** Half the rows, but not below {@value #SMALLEST}: for a page that is too heavy. */
  public PageRequest halved() {
    return taking(Math.min(take, Math.max(SMALLEST, take / 2)));
  }

  PageRequest taking(int rows) {
    return new PageRequest(table, skip, rows, descending, groups, archivedToo);
  }
}
