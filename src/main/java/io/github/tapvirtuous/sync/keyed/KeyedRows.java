package io.github.tapvirtuous.sync.keyed;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.KeyProofs;
import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.sync.proof.Verdict;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Asks for rows by their keys, many at a time, and some requests side by side. Each reply has to
 * show that it is one to its question.
 */
public final class KeyedRows {
  /** What Virtuous takes, of keys and of rows. */
  private static final int MOST = 1_000;

  private final Asking asking;
  private final KeyedStream stream;
  private final StreamRows rows;
  private final KeyList list;
  private final Deque<Long> left = new ArrayDeque<>();
  private final Deque<Asked> onTheirWay = new ArrayDeque<>();
  private int size = MOST;

  /** Takes the rows of one reply; those of the asked keys that it lacks are not there. */
  @FunctionalInterface
  public interface Taker {
    void take(Page<RenderedPage> page, List<Long> asked);
  }

  private record Asked(List<Long> keys, Future<Page<RenderedPage>> promise) {}

  public KeyedRows(Asking asking, KeyedStream stream, StreamRows rows, KeyList list) {
    this.asking = asking;
    this.stream = stream;
    this.rows = rows;
    this.list = list;
  }

  /**
   * Asks for all of them.
   *
   * @return why replies are not believed any more; empty if all of them were
   */
  public Optional<String> each(Collection<Long> keys, Taker taker) {
    left.addAll(keys);
    try {
      while (!left.isEmpty() || !onTheirWay.isEmpty()) {
        send();
        var doubt = receive(onTheirWay.remove(), taker);
        if (doubt.isPresent()) {
          return doubt;
        }
      }
      return Optional.empty();
    } finally {
      onTheirWay.forEach(each -> each.promise().cancel(true));
      onTheirWay.clear();
      left.clear();
    }
  }

  private void send() {
    var most = asking.config().limits().maxConcurrentRequests();
    while (!left.isEmpty() && onTheirWay.size() < (rows.areKnown() ? inFlight(most) : 1)) {
      var keys = Stream.generate(left::poll).limit(Math.min(size, left.size())).toList();
      var request = request(keys);
      onTheirWay.add(
          new Asked(keys, asking.threads().start(stream.name(), () -> rows.page(request))));
    }
  }

  private int inFlight(int most) {
    return asking.client().inFlight(most);
  }

  private PageRequest request(List<Long> keys) {
    var table = stream.table();
    var all = new PageRequest(table, 0, keys.size(), false).where(list.in(keys).json());
    return table.hidesArchived() ? all.withArchived() : all;
  }

  private Optional<String> receive(Asked asked, Taker taker) {
    Page<RenderedPage> page;
    try {
      page = FetchThreads.await(asked.promise());
    } catch (SourceException failure) {
      return Optional.of(refused(failure));
    }
    try (var content = page.content()) {
      var verdict = verdict(asked.keys(), content);
      if (!verdict.isBelieved()) {
        return Optional.of(verdict.why());
      }
      taker.take(page, putBack(asked.keys(), page));
      return Optional.empty();
    }
  }

  private String refused(SourceException failure) {
    if (!failure.isRefusal() || failure.kind() == Kind.FORBIDDEN) {
      throw failure;
    }
    return KeyProofs.areAsked(list, List.of(), Answer.refused(failure.status().orElseThrow()))
        .why();
  }

  private Verdict verdict(List<Long> keys, RenderedPage page) {
    var others = page.summary().withoutKey().stream().mapToLong(place -> Long.MIN_VALUE);
    var came =
        LongStream.concat(KeyNumbers.of(page), others)
            .mapToObj(key -> RowDates.of(key, "", ""))
            .toList();
    return KeyProofs.areAsked(list, keys, Answer.of(page.summary().total(), came));
  }

  /**
   * A reply that was cut off, as there were more rows than it may hold, says nothing of those that
   * it lacks: they are asked for again, with fewer others.
   *
   * @return the keys of which it tells
   */
  private List<Long> putBack(List<Long> keys, Page<RenderedPage> page) {
    if (!isCut(keys.size(), page)) {
      return keys;
    }
    var came = new HashSet<Long>();
    KeyNumbers.of(page.content()).forEach(came::add);
    size = Math.max(1, Math.min(size, page.content().summary().length()));
    var others = new ArrayList<>(keys);
    others.removeAll(came);
    for (int place = others.size() - 1; place >= 0; place--) {
      left.addFirst(others.get(place));
    }
    return keys.stream().filter(came::contains).toList();
  }

  private static boolean isCut(int asked, Page<RenderedPage> page) {
    var length = page.content().summary().length();
    var total = page.content().summary().total();
    return length > 0
        && length < asked
        && (length >= page.asked().take() || (total > length && total <= asked));
  }
}
