package io.github.tapvirtuous.standin.rows;

import io.github.tapvirtuous.table.Table;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a row.
 *
 * @param row as it is now, or as it was before it was deleted
 */
public record RowChange(Table table, Kind kind, long key, Row row) {
  /** What Virtuous tells of, in the words with which its events end. */
  public enum Kind {
    CREATE("Create"),
    UPDATE("Update"),
    DELETE("Delete");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }
  }

  /** Hears of changes while the table is locked, so it only takes notes. */
  public interface Watcher {
    /**
     * Called with what one user did at once.
     *
     * @param changes of one kind
     */
    void changed(List<RowChange> changes);
  }

  /** The switch of a subscription: {@code giftCreate}. */
  public String event() {
    return table.webhook().rootObject() + kind.ending;
  }

  public boolean isArchived() {
    return row.facts().archived();
  }

  /** The row as the API has it, with all digits of its numbers; without fields if it is broken. */
  public ObjectNode record() {
    return RowEdits.object(row.text(key));
  }
}
