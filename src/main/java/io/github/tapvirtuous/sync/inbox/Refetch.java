package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.keyed.KeyNumbers;
import io.github.tapvirtuous.sync.keyed.KeyedRows;
import io.github.tapvirtuous.sync.keyed.KeyedStream;
import io.github.tapvirtuous.sync.keyed.LoneBudget;
import io.github.tapvirtuous.sync.keyed.LoneRows;
import io.github.tapvirtuous.sync.keyed.StreamRows;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.virtuous.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the rows that events tell of as the API has them, and says which of them are gone. */
final class Refetch {
  private static final Logger LOG = LoggerFactory.getLogger(Refetch.class);

  private final InboxParts parts;
  private final KeyedStream stream;
  private final StreamRows rows;
  private final LoneRows lone;
  private final LoneBudget budget;
  private final Telling telling;
  private final PayloadRows payloads;
  private Optional<KeyList> list;

  Refetch(
      InboxParts parts,
      KeyedStream stream,
      StreamRows rows,
      LoneRows lone,
      LoneBudget budget,
      Telling telling,
      PayloadRows payloads,
      Optional<KeyList> list) {
    this.parts = parts;
    this.stream = stream;
    this.rows = rows;
    this.lone = lone;
    this.budget = budget;
    this.telling = telling;
    this.payloads = payloads;
    this.list = list;
  }

  /**
   * Settles what it can of the rows that these events tell of. What is still open then is for the
   * next run.
   */
  void read(EventWindow window) {
    var lacking = new HashSet<Long>();
    try {
      askForMany(window, lacking);
      askForEach(window, lacking);
    } catch (SourceException failure) {
      if (failure.kind() == Kind.USED_UP) {
        telling.sayGone(window); // else the next run would come no further, either
      }
      throw failure;
    }
    telling.sayGone(window);
  }

  private void askForMany(EventWindow window, Set<Long> lacking) {
    if (list.isEmpty()) {
      return;
    }
    var keyed = new KeyedRows(parts.asking(), stream, rows, list.get());
    var doubt =
        keyed.each(
            window.open(),
            (page, asked) -> {
              var missing = take(window, page, asked);
              lacking.addAll(missing);
              missing.forEach(key -> lacks(window, key, missing.size() < asked.size()));
              telling.reached(window);
            });
    doubt.ifPresent(this::doubted);
  }

  private void doubted(String why) {
    LOG.warn("{}: its rows are asked for one by one: {}.", stream.name(), why);
    list = Optional.empty();
  }

  /** Says the rows that came; returns the asked keys of which none did. */
  private List<Long> take(EventWindow window, Page<RenderedPage> page, List<Long> asked) {
    var now = parts.clock().instant();
    var keys = KeyNumbers.of(page.content()).toArray();
    var came = new HashSet<Long>();
    var told =
        IntStream.range(0, keys.length)
            .filter(row -> came.add(keys[row]))
            .filter(row -> isFor(window, keys[row], now))
            .toArray();
    telling.sayRows(page, told);
    came.forEach(
        key -> {
          lone.isThere(key);
          settle(window, key, now);
        });
    return asked.stream().filter(key -> !came.contains(key)).toList();
  }

  private static boolean isFor(EventWindow window, long key, Instant now) {
    return window.told(key).filter(told -> !told.isYoungDelete(now)).isPresent();
  }

  private static void settle(EventWindow window, long key, Instant now) {
    if (isFor(window, key, now)) {
      window.settled(key);
    } else {
      window.waits(key);
    }
  }

  /**
   * A reply lacks a row that it was asked for.
   *
   * @param hasOthers whether it has others, so that the row of a delete is gone for sure
   */
  private void lacks(EventWindow window, long key, boolean hasOthers) {
    var told = window.told(key).orElseThrow();
    if (told.isDeleted() && hasOthers) {
      telling.isGone(key, told.deletedAt());
    } else if (told.isYoungCreate(parts.clock().instant())) {
      window.waits(key);
    }
  }

  private void askForEach(EventWindow window, Set<Long> lacking) {
    for (var key : undecided(window)) {
      if (budget.isUsedUp()) {
        leave(undecided(window).size());
        return;
      }
      if (!lone.areOffered() || !ask(window, key, lacking.contains(key))) {
        withoutAsking(window);
        return;
      }
    }
  }

  private List<Long> undecided(EventWindow window) {
    return window.open().stream().filter(key -> !telling.isSaidToBeGone(key)).toList();
  }

  private void leave(int left) {
    LOG.warn(
        "{}: {} rows were asked for one by one, as many as a run may: {} that events tell of are"
            + " left for the next run.",
        stream.name(),
        LoneBudget.MOST,
        left);
  }

  /** Whether rows can be asked for so. */
  private boolean ask(EventWindow window, long key, boolean isLacking) {
    budget.take();
    var row = lone.ask(key);
    if (row.isPresent()) {
      takeAlone(window, row.get(), key);
      return true;
    }
    if (lone.areOffered()) {
      notFound(window, key, isLacking);
      return true;
    }
    return false;
  }

  private void takeAlone(EventWindow window, Page<RenderedPage> page, long key) {
    try {
      take(window, page, List.of(key));
    } finally {
      page.content().close();
    }
  }

  /** An archived row is not found either, where it is not asked for as such. */
  private void notFound(EventWindow window, long key, boolean isLacking) {
    var told = window.told(key).orElseThrow();
    var now = parts.clock().instant();
    if (told.isDeleted()) {
      telling.isGone(key, told.deletedAt());
    } else if (told.isYoungCreate(now)) {
      window.waits(key);
    } else if (stream.table().hidesArchived() && !isLacking) {
      telling.isNotHad();
      window.settled(key);
    } else {
      telling.isGone(key, now);
    }
  }

  /**
   * What events say themselves is all there is, unless Virtuous has just shown that it lacks it.
   */
  private void withoutAsking(EventWindow window) {
    var keys = new ArrayList<>(undecided(window));
    if (list.isEmpty()) {
      LOG.warn(
          "{}: its rows cannot be asked for by their keys: what events say of them is sent.",
          stream.name());
      telling.sayPayloads(payloads, window, keys);
      return;
    }
    var now = parts.clock().instant();
    for (var key : keys) {
      var told = window.told(key).orElseThrow();
      if (told.isYoungDelete(now) || told.isYoungCreate(now)) {
        continue; // more would wait than may: it stays open
      }
      if (told.isDeleted()) {
        telling.isGone(key, told.deletedAt());
      } else {
        telling.isNotHad();
        window.settled(key);
      }
    }
  }
}
