package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.scan.OddServer.Keyed;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One scan of an {@link OddServer}, all of its chances from one seed. */
final class OddHistory {
  /** A way over many pages without keys is gone anew after a kill: it has to end at some time. */
  private static final int MOST_KILLS_AMONG_THEM = 20;

  private static final int MOST_CHANGES = 40;

  private final long seed;
  private final Random random;
  private final int take;
  private final boolean still;
  private final boolean killed;
  private final OddServer server;
  private final MovingTable table;
  private final InFlight<Sent> flying;
  private final List<Sent> unanswered = new ArrayList<>();
  private final Map<Long, Integer> sent = new HashMap<>();
  private int mostKills = Integer.MAX_VALUE;
  private Scan scan;
  private int changes;
  private int kills;
  private int requests;
  private int questions;
  private boolean readOnceMore;

  /** One request on its way: answered at some moment before its page is judged. */
  private static final class Sent {
    private final Ask ask;
    private boolean answered;
    private Optional<ScanReply> reply = Optional.empty();

    Sent(Ask ask) {
      this.ask = ask;
    }
  }

  /** What may happen besides replies. */
  enum Events {
    NONE,
    KILLS,
    /** With pages that are long enough to show an order or the want of it. */
    NONE_ON_LARGE_PAGES,
    CHANGES_ON_LARGE_PAGES,
    CHANGES_AND_KILLS
  }

  private static List<Integer> takes(Events events) {
    return switch (events) {
      case NONE, KILLS, CHANGES_AND_KILLS -> List.of(2, 3, 10, 50, 250);
      case NONE_ON_LARGE_PAGES, CHANGES_ON_LARGE_PAGES -> List.of(10, 50, 250);
    };
  }

  OddHistory(long seed, Events events, UnaryOperator<OddServer> habits) {
    this.seed = seed;
    random = new Random(seed);
    take = takes(events).get(random.nextInt(takes(events).size()));
    still = !events.name().startsWith("CHANGES");
    killed = events.name().endsWith("KILLS");
    table = new MovingTable(random, random.nextInt(Math.min(2_000, take * 20)));
    server = habits.apply(OddServer.orderly(table, random));
    table.append(server.keyed() == Keyed.NEVER ? 0 : random.nextInt(Math.min(1_000, take * 40)));
    var inFlight = List.of(1, 4, 16).get(random.nextInt(3));
    flying = new InFlight<>(() -> inFlight, this::send, unanswered::remove);
    scan = new Scan(ScanPosition.START, take, server::range);
  }

  /** Runs of rows have no key: at the start, at the end or between, up to three pages long. */
  OddHistory withoutKeys() {
    mostKills = MOST_KILLS_AMONG_THEM;
    for (int runs = random.nextInt(4); runs >= 0; runs--) {
      var length = 1 + random.nextInt(3 * take);
      var places = List.of(0, Math.max(0, table.size() - length), random.nextInt(table.size() + 1));
      table.hideKeys(places.get(random.nextInt(3)), length);
    }
    return this;
  }

  private Sent send(Ask ask) {
    var request = new Sent(ask);
    unanswered.add(request);
    return request;
  }

  OddHistory run() {
    while (scan.end().isEmpty()) {
      var next = flying.next(scan);
      requests += next.ask.isQuestion() ? 0 : 1;
      questions += next.ask.isQuestion() ? 1 : 0;
      while (!next.answered) {
        change();
        answerOne();
      }
      next.reply.ifPresentOrElse(this::judge, () -> scan.unanswered("HTTP 400"));
      if (killed && kills < mostKills && scan.end().isEmpty() && random.nextInt(10) == 0) {
        resume();
      }
    }
    return this;
  }

  private void answerOne() {
    var lucky = unanswered.remove(random.nextInt(unanswered.size()));
    lucky.reply = server.reply(lucky.ask);
    lucky.answered = true;
  }

  private void judge(ScanReply reply) {
    for (int row : scan.accept(reply)) {
      sent.merge(reply.keys().at(row), 1, Integer::sum);
    }
    readOnceMore |= scan.doubt().endsWith("once more");
  }

  private void resume() {
    kills++;
    flying.cancelAll();
    scan = new Scan(scan.position(), take, server::range);
  }

  private void change() {
    if (!still && changes < MOST_CHANGES && random.nextInt(3) == 0) {
      changes++;
      table.change(take);
    }
  }

  ScanEnd end() {
    return scan.end().orElseThrow();
  }

  /** Rows that were there all the time and did not come. */
  Set<Long> lost() {
    var lost = new HashSet<>(table.always());
    lost.removeAll(sent.keySet());
    return lost;
  }

  /** Whether a row came back, perhaps behind the scan, which counts but is read by nobody. */
  boolean restored() {
    return table.restored();
  }

  /** Whether all rows were asked for again, from the start of the table. */
  boolean isReadOnceMore() {
    return readOnceMore;
  }

  /** How often the row came that came most often. */
  int mostOften() {
    return sent.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  int kills() {
    return kills;
  }

  /** Rows that came, each as often as it did, beyond the first time. */
  int twice() {
    return sent.values().stream().mapToInt(times -> times - 1).sum();
  }

  /** Pages that were waited for. */
  int requests() {
    return requests;
  }

  /** Requests that were answered in proof, over all runs. */
  int questions() {
    return questions;
  }

  int take() {
    return take;
  }

  int size() {
    return table.size();
  }

  @Override
  public String toString() {
    return "seed %d, take %d, %s, %d changes, %d kills, end %s"
        .formatted(seed, take, server, changes, kills, scan.end());
  }
}
