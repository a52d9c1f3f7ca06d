package io.github.tapvirtuous.sync.state;

import static io.github.tapvirtuous.json.JsonTime.text;

import io.github.tapvirtuous.json.JsonTime;
import io.github.tapvirtuous.sync.proof.Evidence;
import io.github.tapvirtuous.sync.proof.EvidenceJson;
import io.github.tapvirtuous.table.Column;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bookmark says of incremental reads.
 *
 * @param key the modified field, {@code ""} of a stream that is read whole always
 * @param value since when the next read has to ask; {@link Instant#EPOCH} for ever
 * @param scan what the scan under way reads
 * @param whole the last read of the whole table
 * @param shown columns that only rows have shown: they stay
 * @param versions by which its rows are known
 */
public record Replication(
    String key,
    Instant value,
    ScanWindow scan,
    WholeRead whole,
    Evidence evidence,
    List<Column> shown,
    Versions versions) {
  public static final Replication NONE =
      new Replication(
          "",
          Instant.EPOCH,
          ScanWindow.NONE,
          WholeRead.NEVER,
          Evidence.NONE,
          List.of(),
          Versions.NONE);

  public Replication {
    shown = List.copyOf(shown);
  }

  /**
   * A scan begins.
   *
   * @param startDate rows that were not modified since are not wanted
   */
  public Replication begun(
      String newKey, ScanWindow window, Evidence newEvidence, Instant startDate) {
    var before = whole.guessing(startDate);
    return new Replication(newKey, value, window, before, newEvidence, shown, versions);
  }

  /** Since when its scan has to bring rows, which is some days after the day that it asks for. */
  public Instant needed() {
    return scan.hasStartDate() ? scan.startDate() : value;
  }

  public Replication showing(List<Column> columns) {
    return new Replication(key, value, scan, whole, evidence, columns, versions);
  }

  public Replication with(ScanWindow reached) {
    return new Replication(key, value, reached, whole, evidence, shown, versions);
  }

  public Replication with(Evidence newer) {
    return new Replication(key, value, scan, whole, newer, shown, versions);
  }

  public Replication with(Versions newer) {
    return new Replication(key, value, scan, whole, evidence, shown, newer);
  }

  /**
   * The scan has brought every row that it asked for.
   *
   * @param reached where it stands, after all its runs
   */
  Replication completed(ScanPosition reached) {
    return new Replication(
        key, scan.begunAt(), scan, wholeAfter(reached), evidence, shown, versions);
  }

  private WholeRead wholeAfter(ScanPosition reached) {
    var at = scan.begunAt();
    var rows = reached.rowsSent();
    if (scan.isOfAll()) {
      return new WholeRead(
          at, rows, scan.undated(), scan.columns(), Instant.EPOCH, reached.highestKey());
    }
    if (scan.hasStartDate()) {
      return new WholeRead(
          at,
          evidence.rows(rows),
          whole.undated(),
          scan.columns(),
          scan.startDate(),
          OptionalLong.empty());
    }
    var followed = whole.followedBy(scan.columns());
    return scan.fromKey().isPresent() ? followed.reaching(reached.highestKey()) : followed;
  }

  /** What other taps write: the date of the last row that they saw. */
  static Optional<Replication> ofAnotherTap(JsonNode json) {
    var key = json.path("replication_key").asString("");
    return JsonTime.read(json.path("replication_key_value"))
        .filter(value -> !key.isEmpty())
        .map(value -> NONE.takenOver(key, value));
  }

  private Replication takenOver(String ofAnother, Instant at) {
    return new Replication(ofAnother, at, scan, WholeRead.of(at), evidence, shown, versions);
  }

  static Replication read(JsonNode json) {
    return new Replication(
        json.path("replication_key").asString(""),
        JsonTime.orNever(json.path("replication_key_value")),
        ScanWindow.read(json),
        new WholeRead(
            JsonTime.orNever(json.path("whole_at")),
            json.path("whole_rows").asLong(0),
            json.path("whole_undated").asLong(0),
            json.path("whole_columns").asString(""),
            JsonTime.orNever(json.path("whole_start_date")),
            ScanWindow.key(json.path("newest_key"))),
        EvidenceJson.read(json),
        ShownColumns.read(json),
        Versions.read(json));
  }

  void write(ObjectNode json) {
    json.put("replication_key", key.isEmpty() ? null : key);
    json.put("replication_key_value", text(value));
    scan.write(json);
    json.put("whole_at", text(whole.at()));
    json.put("whole_rows", whole.rows());
    json.put("whole_undated", whole.undated());
    json.put("whole_columns", whole.columns());
    json.put("whole_start_date", text(whole.startDate()));
    ScanWindow.put(json, "newest_key", whole.newestKey());
    ShownColumns.write(shown, json);
    EvidenceJson.write(evidence, json);
    versions.write(json);
  }
}
