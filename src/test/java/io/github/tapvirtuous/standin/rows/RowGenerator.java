package io.github.tapvirtuous.standin.rows;

import io.github.tapvirtuous.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes up rows of the shape of the recorded ones: some hundred texts, and any number of keys. */
public final class RowGenerator {
  private static final int MOST_TEXTS = 512;
  private static final int MOST_KEY_GAP = 3;

  /** Of so many rows at least one is modified days after its creation. */
  private static final int WITNESSES = 3;

  private static final int FEWEST_DAYS = 5;
  private static final int MOST_DAYS = 40;

  private final Table table;
  private final List<JsonNode> samples;
  private final Random random;

  public RowGenerator(Table table, List<JsonNode> samples, long seed) {
    this.table = table;
    this.samples = samples;
    this.random = new Random(seed * 31 + table.name().hashCode());
  }

  public RowSnapshot rows(int count) {
    return table.isValueArray() ? values(count) : objects(count);
  }

  private RowSnapshot values(int count) {
    var rows = new ArrayList<Row>();
    for (var i = 0; i < count; i++) {
      var name = samples.get(i % samples.size()).asString() + (i < samples.size() ? "" : " " + i);
      rows.add(Row.verbatim("\"" + name + "\"", RowFacts.of("", table)));
    }
    return RowSnapshot.of(rows);
  }

  private RowSnapshot objects(int count) {
    var texts = Math.min(count, MOST_TEXTS);
    var older = texts(texts, false);
    var newer = texts(Math.max(1, texts / 8), true);
    var keys = new long[count];
    var rows = new Row[count];
    var key = samples.get(0).path(table.key()).asLong();
    for (var i = 0; i < count; i++) {
      keys[i] = key;
      rows[i] = i < count - count / 10 ? older.get(i % texts) : newer.get(i % newer.size());
      key += 1 + random.nextInt(MOST_KEY_GAP);
    }
    return new RowSnapshot(keys, rows);
  }

  private List<Row> texts(int count, boolean newer) {
    var texts = new ArrayList<Row>();
    for (var i = 0; i < count; i++) {
      var text = text(samples.get(i % samples.size()), i, newer);
      texts.add(Row.template(text, RowFacts.of(text, table)));
    }
    return texts;
  }

  private String text(JsonNode sample, int number, boolean newer) {
    var row = (ObjectNode) sample.deepCopy();
    var key = row.path(table.key()).asLong();
    new Variation(random, key).vary(row);
    row.put(table.key(), Row.KEY);
    if (number % WITNESSES == 0) {
      createEarlier(row, FEWEST_DAYS + number % MOST_DAYS);
    }
    if (row.path("transactionId").isString()) {
      row.put("transactionId", "don-" + Row.KEY);
    }
    return newer ? NewerFields.added(table.name(), row).toString() : row.toString();
  }

  private void createEarlier(ObjectNode row, int days) {
    var field = Stamp.createdField(table);
    if (!table.modifiedField().isEmpty() && row.path(field).isString()) {
      var given = row.path(field).asString();
      row.put(field, LocalDate.parse(given.substring(0, 10)).minusDays(days) + given.substring(10));
    }
  }
}
