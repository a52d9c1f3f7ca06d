package io.github.tapvirtuous.sync.payload;

import io.github.tapvirtuous.event.JsonParts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the events of one key come to: each field from the newest that has it, or a delete. */
final class FoldedRow {
  private final long key;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private Instant changedAt = Instant.MIN;
  private Instant deletedAt = Instant.MIN;
  private boolean gone;

  /** A value as JSON, and when it came to be. */
  private record Field(Instant at, String json) {}

  FoldedRow(long key) {
    this.key = key;
  }

  void changed(Instant at, String record) {
    if (at.isBefore(deletedAt)) {
      return; // the delete took these away
    }
    gone = false;
    changedAt = later(changedAt, at);
    JsonParts.members(record)
        .forEach((name, json) -> fields.merge(name, new Field(at, json), FoldedRow::newer));
  }

  /** Takes away what was there; what changed after it stays. */
  void deleted(Instant at) {
    deletedAt = later(deletedAt, at);
    gone = !changedAt.isAfter(deletedAt);
    fields.values().removeIf(field -> !field.at().isAfter(at));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Field newer(Field known, Field come) {
    return come.at().isBefore(known.at()) ? known : come;
  }

  public long key() {
    return key;
  }

  /** Whether a delete is the newest that is known of it. */
  public boolean isGone() {
    return gone;
  }

  /** When it went, if it is {@linkplain #isGone gone}. */
  public Instant goneAt() {
    return deletedAt;
  }

  /** The JSON of each field by its name; none of a row that is gone. */
  Map<String, String> fields() {
    var json = new LinkedHashMap<String, String>();
    fields.forEach((name, field) -> json.put(name, field.json()));
    return json;
  }
}
