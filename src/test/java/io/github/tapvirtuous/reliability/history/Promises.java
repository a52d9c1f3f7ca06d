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
  private final Map<String, NavigableMap<Instant, Moment>> moments = new HashMap<>();
  private final Set<String> deceived = new HashSet<>();
  private final Set<String> interrupted = new HashSet<>();
  private Instant wantedSince = Instant.EPOCH;

  /**
   * A table when a run began.
   *
   * @param newestKey all that came later have higher ones
   */
  private record Moment(NavigableMap<Long, Content> rows, long newestKey) {
    boolean wasGone(long key) {
      return key <= newestKey && !rows.containsKey(key);
    }
  }

  Promises(Account account, Store store) {
    this.account = account;
    this.store = store;
  }

  /**
   * A run begins.
   *
   * @param now by the tap's clock
   * @param since when its rows are wanted that were modified
   */
  void begin(Instant now, Instant since) {
    wantedSince = since;
    interrupted.clear();
    account.tables().stream().filter(store::isInterrupted).forEach(interrupted::add);
    for (var table : account.tables()) {
      moments
          .computeIfAbsent(table, none -> new TreeMap<>())
          .put(now, new Moment(account.truth(table), account.newestKey()));
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
      store.taken(stream).ifPresent(taken -> lost.addAll(misjudged(stream, taken)));
    }
    return lost;
  }

  /** No version may take a row that is there, nor leave one that was gone when it began. */
  private List<String> misjudged(String stream, Set<Long> taken) {
    var there = account.truth(stream).keySet();
    var wrong = new ArrayList<String>();
    taken.stream()
        .filter(there::contains)
        .map(key -> stream + " " + key + " was taken by a version")
        .forEach(wrong::add);
    if (store.hasAll(stream)) {
      var then = scanBegan(stream);
      store.rows(stream).keySet().stream()
          .filter(then::wasGone)
          .map(key -> stream + " " + key + " was left by a version")
          .forEach(wrong::add);
    }
    return wrong;
  }

  private Moment scanBegan(String stream) {
    var startedAt = Instant.parse(store.bookmark(stream).path("started_at").asString());
    return Optional.ofNullable(moments.get(stream)).orElseThrow().floorEntry(startedAt).getValue();
  }

  /**
   * What is not as it is now, after whole reads of tables that stand still.
   *
   * @param withDeletes whether versions have said what is gone
   */
  List<String> brokenAtLast(boolean withDeletes) {
    var wrong = new ArrayList<String>();
    for (var stream : account.tables()) {
      var isDone = store.hasAll(stream) && isWhole(stream);
      var known = withDeletes ? account.truth(stream).keySet() : account.ever(stream);
      account.truth(stream).entrySet().stream()
          .filter(row -> !isDone || !isKept(stream, row.getKey(), row.getValue(), true))
          .map(row -> stream + " " + row.getKey() + " " + row.getValue() + lookup(stream, row))
          .forEach(wrong::add);
      store.rows(stream).keySet().stream()
          .filter(key -> !known.contains(key))
          .map(key -> stream + " " + key + " is not there")
          .forEach(wrong::add);
    }
    return wrong;
  }

  private boolean isWhole(String stream) {
    return !store.bookmark(stream).path("scan_since").isString();
  }

  private List<String> missing(String stream, boolean whole) {
    var owed = scanBegan(stream).rows();
    var now = account.truth(stream);
    var since = since(stream);
    return owed.entrySet().stream()
        .filter(row -> now.containsKey(row.getKey()))
        .filter(row -> whole || row.getValue().isModifiedSince(since))
        .filter(row -> !isKept(stream, row.getKey(), row.getValue(), whole))
        .map(row -> stream + " " + row.getKey() + " " + row.getValue() + lookup(stream, row))
        .toList();
  }

  /** What was interrupted is finished first, as it was wanted then. */
  private Instant since(String stream) {
    var ofBookmark = store.bookmark(stream).path("whole_start_date").asString("");
    return interrupted.contains(stream) && !ofBookmark.isEmpty()
        ? Instant.parse(ofBookmark)
        : wantedSince;
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
