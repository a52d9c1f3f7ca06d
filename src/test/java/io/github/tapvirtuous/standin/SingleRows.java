package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.rows.TableRows;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code GET Gift/{giftId}} and its like, for the tables that have events. An archived row is not
 * found.
 *
 * @param rows by the name of their table
 * @param areThere whether there are such calls at all
 */
record SingleRows(Map<String, TableRows> rows, boolean areThere) {
  private static final Pattern ONE = Pattern.compile("([A-Za-z]+)/([0-9]{1,18})");

  Optional<StandInReply> answer(String path) {
    var one = ONE.matcher(path);
    return one.matches() && areThere
        ? table(one.group(1)).map(table -> row(table, Long.parseLong(one.group(2))))
        : Optional.empty();
  }

  private static Optional<Table> table(String resource) {
    return TableMap.all().stream()
        .filter(table -> !table.webhook().events().isEmpty())
        .filter(table -> table.call().path().startsWith(resource + "/Query"))
        .findFirst();
  }

  private StandInReply row(Table table, long key) {
    return Optional.ofNullable(rows.get(table.name()))
        .flatMap(all -> all.shown(key))
        .map(text -> StandInReply.json(200, text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> Samples.error("404"));
  }
}
