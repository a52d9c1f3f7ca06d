package io.github.tapvirtuous.sync.payload;

import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says what events brought of one stream, without asking anybody: rows with just the fields of
 * their payloads, one schema for each set of fields, and then what is gone.
 *
 * @param name of the stream in the output
 */
public record PayloadStream(String name, Columns columns, MessagePort port) {

  /**
   * What was said.
   *
   * @param leftOut how many values their columns could not hold, by the field
   */
  public record Told(long rows, long gone, Map<String, Integer> leftOut) {
    public Told {
      leftOut = new LinkedHashMap<>(leftOut);
    }
  }

  /**
   * Says all of it; a checkpoint is the caller's affair.
   *
   * @param extractedAt when it was read
   * @param version as of {@link MessagePort#rows}
   */
  public Told say(Fold fold, Instant extractedAt, RowVersion version) {
    var kept = fold.kept();
    var rows = NarrowRows.of(kept, columns);
    for (var set : rows.sets()) {
      var schema = rows.schemaOf(set);
      port.started(name, schema);
      new NarrowPages(columns.table(), schema)
          .each(set, (slice, page) -> port.rows(name, page, extractedAt, version));
    }
    var gone = fold.gone();
    sayGone(gone, version);
    return new Told(kept.size(), gone.size(), rows.misfits());
  }

  private void sayGone(List<FoldedRow> gone, RowVersion version) {
    var byTime =
        gone.stream()
            .collect(
                Collectors.groupingBy(
                    FoldedRow::goneAt,
                    LinkedHashMap::new,
                    Collectors.mapping(FoldedRow::key, Collectors.toList())));
    byTime.forEach((at, keys) -> port.deleted(name, new RowKeys(columns.key(), keys), at, version));
  }
}
