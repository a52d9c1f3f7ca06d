package io.github.tapvirtuous.sync.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.event.JsonParts;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.json.ReplyJson;
import io.github.tapvirtuous.row.Findings;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.SchemaInference;
import io.github.tapvirtuous.table.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Rows of one table with just the fields that events brought, sorted by their sets of fields. A
 * value that its column cannot hold is left out: a null would wipe what the target has.
 */
final class NarrowRows {
  private final TableSchema schema;
  private final Map<String, List<NarrowRow>> sets = new TreeMap<>();
  private final Map<String, Integer> misfits = new TreeMap<>();

  private NarrowRows(TableSchema schema) {
    this.schema = schema;
  }

  static NarrowRows of(Collection<FoldedRow> folded, Columns columns) {
    var rows = folded.stream().map(row -> NarrowRow.of(row, columns)).toList();
    var known = names(columns.known().columns());
    Iterable<JsonNode> samples =
        () -> rows.stream().map(row -> tree(row.without(known).fields())).iterator();
    var inference = new SchemaInference(columns.table(), columns.dateTimes());
    var narrow = new NarrowRows(inference.beyond(columns.known(), samples));
    narrow.sort(rows, columns);
    return narrow;
  }

  private static JsonNode tree(Map<String, String> fields) {
    return ReplyJson.tree(Bytes.of(JsonParts.object(fields).getBytes(UTF_8)));
  }

  private static Set<String> names(Collection<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.toSet());
  }

  /** Of the fields whose names no target takes, the inference has warned. */
  private void sort(List<NarrowRow> rows, Columns columns) {
    var names = names(schema.columns());
    var nameable = rows.stream().map(row -> row.only(names)).toList();
    new NarrowPages(columns.table(), schema).each(nameable, this::sort);
  }

  private void sort(List<NarrowRow> rows, RenderedPage page) {
    for (int row = 0; row < rows.size(); row++) {
      var found = page.only(new int[] {row}).findings();
      var unfit = found.counts(Findings.Kind.MISMATCHED).keySet();
      unfit.forEach(name -> misfits.merge(name, 1, Integer::sum));
      var fit = rows.get(row).without(unfit);
      var set = String.join("\n", new TreeSet<>(fit.fields().keySet()));
      sets.computeIfAbsent(set, none -> new ArrayList<>()).add(fit);
    }
  }

  /** Rows that share their fields, in one order whatever order events came in. */
  Collection<List<NarrowRow>> sets() {
    return sets.values();
  }

  /** The columns of rows that share their fields. */
  TableSchema schemaOf(List<NarrowRow> set) {
    var fields = set.get(0).fields().keySet();
    var columns =
        schema.columns().stream()
            .filter(column -> schema.isKey(column) || fields.contains(column.name()))
            .toList();
    return new TableSchema(columns, schema.key());
  }

  /** How many values were left out, by their fields. */
  Map<String, Integer> misfits() {
    return misfits;
  }
}
