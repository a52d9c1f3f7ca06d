package io.github.tapvirtuous.standin.rows;

import io.github.tapvirtuous.table.Table;
import java.util.IdentityHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes the JSON of rows; numbers keep their digits. */
final class RowEdits {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private RowEdits() {}

  /** The row after a change; as it is if it is no object. */
  static Row edited(Row row, Table table, Consumer<ObjectNode> change) {
    if (!(read(row.text(Row.KEY)) instanceof ObjectNode json)) {
      return row;
    }
    change.accept(json);
    var text = json.toString();
    var facts = RowFacts.of(text, table);
    var kept = row.facts().archived() ? facts.asArchived() : facts;
    return row.takesAnyKey() ? Row.template(text, kept) : Row.verbatim(text, kept);
  }

  static ObjectNode object(String text) {
    return read(text) instanceof ObjectNode json ? json : JSON.createObjectNode();
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException broken) {
      return MissingNode.getInstance();
    }
  }

  /** Rows that shared a text before share one afterwards, so that many cost little. */
  static RowSnapshot at(
      IntStream places, RowSnapshot rows, Table table, Consumer<ObjectNode> change) {
    var known = new IdentityHashMap<Row, Row>();
    var changed = rows.rows();
    places.forEach(
        place ->
            changed[place] =
                known.computeIfAbsent(changed[place], row -> edited(row, table, change)));
    return new RowSnapshot(rows.keys(), changed);
  }

  /** Takes the modified date from each nth row: every other one says the year 1 instead of null. */
  static RowSnapshot undated(RowSnapshot rows, Table table, int nth) {
    var field = table.modifiedField();
    if (field.isEmpty()) {
      return rows;
    }
    var nulls = at(places(rows, 0, 2 * nth), rows, table, row -> row.putNull(field));
    return at(
        places(rows, nth, 2 * nth), nulls, table, row -> row.put(field, "0001-01-01T00:00:00"));
  }

  /** Gives made-up communications campaigns that there are. */
  static RowSnapshot inCampaigns(RowSnapshot rows, Table table, long[] campaigns) {
    var madeUp = IntStream.range(0, rows.size()).filter(place -> rows.row(place).takesAnyKey());
    var used = new AtomicInteger();
    return at(
        campaigns.length == 0 ? IntStream.empty() : madeUp,
        rows,
        table,
        row -> row.put("campaignId", campaigns[used.getAndIncrement() % campaigns.length]));
  }

  private static IntStream places(RowSnapshot rows, int first, int step) {
    return IntStream.iterate(first, place -> place < rows.size(), place -> place + step);
  }
}
