package io.github.tapvirtuous.ecosystem.docs;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database that the docs name, as somebody with questions sees it. */
final class Warehouse implements AutoCloseable {
  private static final String NAME = "warehouse";

  private final Connection connection;

  private Warehouse(Connection connection) {
    this.connection = connection;
  }

  static Warehouse empty() throws SQLException {
    try (var server = connected("postgres");
        var statement = server.createStatement()) {
      statement.execute("drop database if exists " + NAME);
      statement.execute("create database " + NAME);
    }
    return new Warehouse(connected(NAME));
  }

  private static Connection connected(String database) throws SQLException {
    var url = "jdbc:postgresql://localhost:5432/" + database + "?user=loader";
    return DriverManager.getConnection(Page.with(Page.server(), url));
  }

  /** The rows that the last of these statements gives, each in a line. */
  List<String> ask(String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      var gives = statement.execute(statements);
      while (!gives && statement.getUpdateCount() >= 0) {
        gives = statement.getMoreResults();
      }
      return gives ? rows(statement) : List.of();
    }
  }

  private static List<String> rows(Statement statement) throws SQLException {
    var rows = new ArrayList<String>();
    try (var result = statement.getResultSet()) {
      while (result.next()) {
        rows.add(row(result));
      }
    }
    return rows;
  }

  private static String row(ResultSet result) throws SQLException {
    var cells = new ArrayList<Object>();
    for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      var isNumber = result.getObject(column) instanceof BigDecimal;
      cells.add(isNumber ? result.getBigDecimal(column) : result.getString(column));
    }
    return line(cells.toArray());
  }

  /** A row as text, in which 1.5 is the same as 1.50. */
  static String line(Object... cells) {
    var texts = new ArrayList<String>();
    for (var cell : cells) {
      texts.add(
          cell instanceof BigDecimal number
              ? number.stripTrailingZeros().toPlainString()
              : String.valueOf(cell));
    }
    return String.join(" | ", texts);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
