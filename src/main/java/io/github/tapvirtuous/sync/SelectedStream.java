package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.sync.plan.Wanted;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Set;

/**
 * One table that is read, and the columns that are kept of it.
 *
 * @param stream the name in output and bookmarks, which may differ from the table's
 * @param schema the selected columns, the key always among them
 * @param deselected columns that the user left out: known, but not read
 * @param advice for who wants other columns
 * @param takesEvents whether events that tell of its rows may follow them
 */
public record SelectedStream(
    String stream,
    Table table,
    TableSchema schema,
    Set<String> deselected,
    Advice advice,
    boolean takesEvents) {
  private static final Advice ON_SAMPLED_COLUMNS =
      new Advice("Raise \"sample_size\"", "Sync with a schema in which these columns are wider");

  /**
   * What to do where rows and schema disagree, in the words of whoever gave the schema: the first
   * half of a sentence.
   *
   * @param onNewFields for fields that the schema lacks
   * @param onMisfits for values that their columns cannot hold
   */
  public record Advice(String onNewFields, String onMisfits) {}

  public SelectedStream {
    deselected = Set.copyOf(deselected);
  }

  /** One that takes events, where there are any. */
  public SelectedStream(
      String stream, Table table, TableSchema schema, Set<String> deselected, Advice advice) {
    this(stream, table, schema, deselected, advice, true);
  }

  /** The whole of a table under its own name, with the columns that its rows show. */
  public static SelectedStream of(Table table, TableSchema schema) {
    return new SelectedStream(
        table.name(), table, schema.incremental(table), Set.of(), ON_SAMPLED_COLUMNS);
  }

  /** The same, its rows had in another way. */
  SelectedStream by(Table other) {
    return new SelectedStream(stream, other, schema, deselected, advice, takesEvents);
  }

  Wanted wanted() {
    return new Wanted(stream, table, schema);
  }
}
