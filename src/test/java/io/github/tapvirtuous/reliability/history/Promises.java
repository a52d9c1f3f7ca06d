package io.github.tapvirtuous.reliability.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a run that came to its end owes: of every row that is still there, what it said when the
 * run's scan began, or something newer.
 */
final class Promises {
  private final Account account;
  private final Store store;
  private final Map<String, NavigableMap<Instant, NavigableMap<Long, Content>>> asOf =
      new HashMap<>();
  private final Set<String> deceived = new HashSet<>();

  Promises(Account account, Store store) {
    this.account = account;
    this.store = store;
  }

  /** A run begins at this time of the tap's clock. */
  void begin(Instant now) {
    for (var table : account.tables()) {
      asOf.computeIfAbsent(table, none -> new TreeMap<>()).put(now, account.truth(table));
    }
  }

  /**
   * The run is over.
   *
   * @param risky streams whose server began to misread in a way that no proof shows
   * @return what is lost: nothing, if all is well
   */
  List<String> broken(List<String> streams, Set<String> risky) {
    var lost = new ArrayList<String>();
    for (var stream : streams) {
      var isWhole = store.hasAll(stream) && isWhole(stream);
      if (isWhole) {
        deceived.remove(stream);
      } else if (risky.contains(stream)) {
        deceived.add(stream);
      }
      if (store.hasAll(stream) && !deceived.contains(stream)) {
        missing(stream, isWhole).forEach(lost::add);
      }
    }
    return lost;
  }

  /** What is not as it is now, after whole reads of tables that stand still. */
  List<String> brokenAtLast() {
    var wrong = new ArrayList<String>();
    for (var stream : account.tables()) {
      var isDone = store.hasAll(stream) && isWhole(stream);
      var known = account.ever(stream);
      account.truth(stream).entrySet().stream()
          .filter(row -> !isDone || !isKept(stream, row.getKey(), row.getValue(), true))
          .map(row -> stream + " " + row.getKey() + " " + row.getValue() + lookup(stream, row))
          .forEach(wrong::add);
      store.rows(stream).keySet().stream()
          .filter(key -> !known.contains(key))
          .map(key -> stream + " " + key + " is made up")
          .forEach(wrong::add);
    }
    return wrong;
  }

  private boolean isWhole(String stream) {
    return !store.bookmark(stream).path("scan_since").isString();
  }

  private List<String> missing(String stream, boolean whole) {
    var startedAt = Instant.parse(store.bookmark(stream).path("started_at").asString());
    var owed = Optional.ofNullable(asOf.get(stream)).orElseThrow().floorEntry(startedAt).getValue();
    var now = account.truth(stream);
    return owed.entrySet().stream()
        .filter(row -> now.containsKey(row.getKey()))
        .filter(row -> whole || row.getValue().modified().isPresent())
        .filter(row -> !isKept(stream, row.getKey(), row.getValue(), whole))
        .map(row -> stream + " " + row.getKey() + " " + row.getValue() + lookup(stream, row))
        .toList();
  }

  private String lookup(String stream, Map.Entry<Long, Content> row) {
    return " is " + stored(stream, row.getKey());
  }

  private boolean isKept(String stream, long key, Content content, boolean whole) {
    var row = stored(stream, key);
    var withRare = store.hasColumn(stream, Content.RARE);
    return row.isObject()
        && (whole ? content.isWhollyIn(row, withRare) : content.isIn(row, withRare));
  }

  private JsonNode stored(String stream, long key) {
    return Optional.<JsonNode>ofNullable(store.rows(stream).get(key))
        .orElse(MissingNode.getInstance());
  }
}
