package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.row.Findings.Kind;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Renders replies for tests: rows with an {@code id}, a whole number, and some more columns. */
final class Rendering {
  static final String MISMATCH = "mismatch";

  private final List<Column> columns = new ArrayList<>();
  private Set<String> deselected = Set.of();

  private Rendering(FieldType key) {
    columns.add(new Column("id", key));
  }

  static Rendering ofRows() {
    return new Rendering(FieldType.INTEGER);
  }

  static Rendering keyedBy(FieldType key) {
    return new Rendering(key);
  }

  Rendering with(String column, FieldType type) {
    columns.add(new Column(column, type));
    return this;
  }

  Rendering without(String... fields) {
    deselected = Set.of(fields);
    return this;
  }

  RenderedPage render(String reply) {
    return render(reply.getBytes(StandardCharsets.UTF_8));
  }

  RenderedPage render(byte[] reply) {
    return renderer().render(Bytes.of(reply));
  }

  PageRenderer renderer() {
    var table = TableMap.named("gifts").orElseThrow();
    return new PageRenderer(table, new TableSchema(columns, "id"), deselected);
  }

  /** What becomes of one value in a column of this type. */
  static String value(FieldType type, String json) {
    var page = ofRows().with("v", type).render("[{\"id\":1,\"v\":" + json + "}]");
    var row = rows(page).get(0);
    var value = row.substring("{\"id\":1,\"v\":".length(), row.length() - 1);
    if (page.findings().counts(Kind.MISMATCHED).isEmpty()) {
      return value;
    }
    return value.equals("null") ? MISMATCH : "mismatch, but " + value;
  }

  static List<String> rows(RenderedPage page) {
    return IntStream.range(0, page.rows()).mapToObj(row -> row(page, row)).toList();
  }

  private static String row(RenderedPage page, int row) {
    var length = page.end(row) - page.start(row);
    return new String(page.bytes(), page.start(row), length, StandardCharsets.UTF_8);
  }
}
