package io.github.tapvirtuous.cli.check;

import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.report.Figures;
import io.github.tapvirtuous.sync.ConnectionCheck;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a check found, as a table for people. */
public final class CheckTable {
  private CheckTable() {}

  /** Nothing in it can steer a terminal: some of it is Virtuous's own words. */
  public static String of(ConnectionCheck.Result result) {
    return (head(result) + table(result) + quota(result)).replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
  }

  private static String head(ConnectionCheck.Result result) {
    if (result.failure().isPresent()) {
      return result.failure().map(TapException::getMessage).orElse("") + "\n";
    }
    var owner = result.organization();
    return "The key is good" + (owner.isEmpty() ? "" : ", of " + owner) + ".\n";
  }

  private static String table(ConnectionCheck.Result result) {
    return result.tables().isEmpty()
        ? ""
        : result.tables().entrySet().stream()
            .map(entry -> row(result, entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("", "\n" + row("table", "rows", ""), "\n"));
  }

  private static String row(ConnectionCheck.Result result, String table, String verdict) {
    var rows = result.rows().get(table);
    var count = rows == null ? "" : Figures.grouped(rows);
    var alone = verdict.startsWith(table + ": ") ? verdict.substring(table.length() + 2) : verdict;
    return row(table, count, alone);
  }

  private static String row(String table, String rows, String verdict) {
    return String.format(Locale.ROOT, "%-24s %12s  %s", table, rows, verdict).stripTrailing()
        + "\n";
  }

  private static String quota(ConnectionCheck.Result result) {
    return result
        .quotaLeft()
        .map(left -> String.format(Locale.ROOT, "Quota left: %,d requests this hour.\n", left))
        .orElse("");
  }
}
