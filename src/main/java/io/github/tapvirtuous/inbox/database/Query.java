package io.github.tapvirtuous.inbox.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Small questions. What stands in their text is ours, or a number. */
public final class Query {
  private Query() {}

  /** Makes something of one row of an answer. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public static <T> List<T> list(Connection connection, String sql, Reader<T> reader)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var list = new ArrayList<T>();
      while (rows.next()) {
        list.add(reader.read(rows));
      }
      return list;
    }
  }

  /** The first column of the only row; 0 for null. */
  public static long number(Connection connection, String sql) throws SQLException {
    return list(connection, sql, row -> row.getLong(1)).get(0);
  }

  public static String text(Connection connection, String sql) throws SQLException {
    return list(connection, sql, row -> row.getString(1)).get(0);
  }

  /** How many rows it changed. */
  public static int run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** What {@code in} takes; numbers begin at 1, and a list must not be empty. */
  public static String listed(Collection<Long> numbers) {
    return numbers.isEmpty()
        ? "(0)"
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
  }
}
