package io.github.tapvirtuous.sync.state;

import io.github.tapvirtuous.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The last read that brought all that is wanted of a table.
 *
 * @param at when it began, by the server's clock; {@link Instant#EPOCH} for never
 * @param rows that the table had, {@link #UNKNOWN} of one by another tap
 * @param undated those without a modified date, which only a whole read brings
 * @param columns that it had, and all reads of changes since, as {@link #columns} has them
 * @param startDate rows that were not modified since were not wanted; {@link Instant#EPOCH}: all
 *     were
 * @param newestKey the highest that it brought, or a read of new keys since; empty where it is not
 *     known, or keys came in no order
 */
public record WholeRead(
    Instant at,
    long rows,
    long undated,
    String columns,
    Instant startDate,
    OptionalLong newestKey) {
  static final long UNKNOWN = -1;
  static final WholeRead NEVER =
      new WholeRead(Instant.EPOCH, 0, 0, "", Instant.EPOCH, OptionalLong.empty());

  /** Enough to tell columns of one table apart. */
  private static final int LENGTH = 4;

  /** By another tap. */
  static WholeRead of(Instant at) {
    return new WholeRead(at, UNKNOWN, 0, "", Instant.EPOCH, OptionalLong.empty());
  }

  /** What another tap has left out, nobody knows: as much as this one would, at a guess. */
  WholeRead guessing(Instant startDateNow) {
    return rows == UNKNOWN && startDate.equals(Instant.EPOCH)
        ? new WholeRead(at, rows, undated, columns, startDateNow, newestKey)
        : this;
  }

  /** Whether it brought what is wanted now. */
  public boolean reachesBackTo(Instant startDateNow) {
    return !startDate.isAfter(startDateNow);
  }

  /** Rows without a modified date; empty where nobody has counted them. */
  public OptionalLong countedUndated() {
    return isKnown() && rows != UNKNOWN ? OptionalLong.of(undated) : OptionalLong.empty();
  }

  /** Whether one page held it. */
  public boolean fits(int pageSize) {
    return isKnown() && rows != UNKNOWN && rows < pageSize;
  }

  public boolean isKnown() {
    return !at.equals(Instant.EPOCH);
  }

  /** Four characters a column: names and types would make long states. */
  public static String columns(TableSchema schema) {
    return schema.columns().stream()
        .map(column -> sum(column.type() + " " + column.name()))
        .collect(Collectors.joining());
  }

  /** Whether it had all columns of this schema. */
  public boolean hadAll(TableSchema schema) {
    if (rows == UNKNOWN) {
      return true;
    }
    var wanted = columns(schema);
    for (int at = 0; at < wanted.length(); at += LENGTH) {
      if (!had(wanted.substring(at, at + LENGTH))) {
        return false;
      }
    }
    return true;
  }

  private boolean had(String column) {
    return isIn(columns, column);
  }

  private static boolean isIn(String list, String column) {
    for (int place = 0; place + LENGTH <= list.length(); place += LENGTH) {
      if (list.startsWith(column, place)) {
        return true;
      }
    }
    return false;
  }

  /** A read of changes that lacked a column leaves it old in the rows that it brought. */
  WholeRead followedBy(String changed) {
    var left = new StringBuilder();
    for (int place = 0; place + LENGTH <= columns.length(); place += LENGTH) {
      var column = columns.substring(place, place + LENGTH);
      left.append(isIn(changed, column) ? column : "");
    }
    return new WholeRead(at, rows, undated, left.toString(), startDate, newestKey);
  }

  /** A read of new keys has come to this one. */
  WholeRead reaching(OptionalLong key) {
    var newest = key.isPresent() ? key : newestKey;
    return new WholeRead(at, rows, undated, columns, startDate, newest);
  }

  private static String sum(String column) {
    var sum = new CRC32();
    sum.update(column.getBytes(StandardCharsets.UTF_8));
    var value = (int) sum.getValue();
    var bytes = new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    return Base64.getEncoder().encodeToString(bytes);
  }
}
