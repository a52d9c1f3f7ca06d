package io.github.tapvirtuous.sync.state;

import static io.github.tapvirtuous.json.JsonTime.text;

import io.github.tapvirtuous.json.JsonTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the scan under way reads, over all its runs.
 *
 * @param since the day from which on rows were asked for; empty for all rows
 * @param startDate since when rows are wanted, if what it asks for is all of them; {@link
 *     Instant#EPOCH} if it asks for all rows, or for what changed since the last read alone
 * @param fromKey from which on rows are asked for, if it asks for new ones alone
 * @param begunAt by the server's clock, {@link Instant#EPOCH} before its first reply
 * @param undated rows without a modified date that it has brought
 * @param columns of its rows, as {@link WholeRead#columns} has them; not kept: its fingerprint
 *     stands for them
 */
public record ScanWindow(
    Optional<LocalDate> since,
    Instant startDate,
    OptionalLong fromKey,
    Instant begunAt,
    long undated,
    String columns) {
  static final ScanWindow NONE =
      ScanWindow.of(Optional.empty(), Instant.EPOCH, OptionalLong.empty());

  /** Of a scan that begins: it asks for all rows. */
  public static ScanWindow all() {
    return NONE;
  }

  /** Of a scan that begins: it asks for what changed since the last read. */
  public static ScanWindow changedSince(LocalDate day) {
    return wantedSince(Instant.EPOCH, day);
  }

  /**
   * Of a scan that begins: it asks for all that is wanted of the table.
   *
   * @param day from which on it asks, to be sure of that
   */
  public static ScanWindow wantedSince(Instant startDate, LocalDate day) {
    return of(Optional.of(day), startDate, OptionalLong.empty());
  }

  /** Of a scan that begins: it asks for rows with this key, or a higher one. */
  public static ScanWindow fromKey(long key) {
    return of(Optional.empty(), Instant.EPOCH, OptionalLong.of(key));
  }

  private static ScanWindow of(Optional<LocalDate> since, Instant startDate, OptionalLong key) {
    return new ScanWindow(since, startDate, key, Instant.EPOCH, 0, "");
  }

  /** Whether it asks for all rows. */
  boolean isOfAll() {
    return since.isEmpty() && fromKey.isEmpty();
  }

  /** Whether it reads all that is wanted of the table, and that is not all rows. */
  public boolean hasStartDate() {
    return startDate.isAfter(Instant.EPOCH);
  }

  public boolean isBegun() {
    return !begunAt.equals(Instant.EPOCH);
  }

  /** Its first reply says what time it is there. */
  public ScanWindow begun(Instant serverTime) {
    return new ScanWindow(since, startDate, fromKey, serverTime, undated, columns);
  }

  public ScanWindow withColumns(String ofRows) {
    return new ScanWindow(since, startDate, fromKey, begunAt, undated, ofRows);
  }

  public ScanWindow withUndated(long more) {
    return new ScanWindow(since, startDate, fromKey, begunAt, undated + more, columns);
  }

  static ScanWindow read(JsonNode json) {
    return new ScanWindow(
        day(json.path("scan_since")),
        JsonTime.orNever(json.path("scan_start_date")),
        key(json.path("scan_from_key")),
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

  static OptionalLong key(JsonNode node) {
    return node.canConvertToLong() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }

  static void put(ObjectNode json, String name, OptionalLong key) {
    json.putNull(name);
    key.ifPresent(number -> json.put(name, number));
  }

  void write(ObjectNode json) {
    json.put("scan_since", since.map(LocalDate::toString).orElse(null));
    json.put("scan_start_date", text(startDate));
    put(json, "scan_from_key", fromKey);
    json.put("scan_begun_at", text(begunAt));
    json.put("scan_undated", undated);
  }
}
