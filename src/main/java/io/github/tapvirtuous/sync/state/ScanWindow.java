package io.github.tapvirtuous.sync.state;

import static io.github.tapvirtuous.json.JsonTime.text;

import io.github.tapvirtuous.json.JsonTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the scan under way reads, over all its runs.
 *
 * @param since the day from which on rows were asked for; empty for all rows
 * @param begunAt by the server's clock, {@link Instant#EPOCH} before its first reply
 * @param undated rows without a modified date that it has brought
 * @param columns of its rows, as {@link WholeRead#columns} has them; not kept: its fingerprint
 *     stands for them
 */
public record ScanWindow(Optional<LocalDate> since, Instant begunAt, long undated, String columns) {
  static final ScanWindow NONE = new ScanWindow(Optional.empty(), Instant.EPOCH, 0, "");

  static ScanWindow of(Optional<LocalDate> since, String columns) {
    return new ScanWindow(since, Instant.EPOCH, 0, columns);
  }

  public boolean isBegun() {
    return !begunAt.equals(Instant.EPOCH);
  }

  /** Its first reply says what time it is there. */
  public ScanWindow begun(Instant serverTime) {
    return new ScanWindow(since, serverTime, undated, columns);
  }

  public ScanWindow withColumns(String ofRows) {
    return new ScanWindow(since, begunAt, undated, ofRows);
  }

  public ScanWindow withUndated(long more) {
    return new ScanWindow(since, begunAt, undated + more, columns);
  }

  static ScanWindow read(JsonNode json) {
    return new ScanWindow(
        day(json.path("scan_since")),
        JsonTime.orNever(json.path("scan_begun_at")),
        json.path("scan_undated").asLong(0),
        "");
  }

  private static Optional<LocalDate> day(JsonNode node) {
    try {
      return node.isString() ? Optional.of(LocalDate.parse(node.stringValue())) : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  void write(ObjectNode json) {
    json.put("scan_since", since.map(LocalDate::toString).orElse(null));
    json.put("scan_begun_at", text(begunAt));
    json.put("scan_undated", undated);
  }
}
