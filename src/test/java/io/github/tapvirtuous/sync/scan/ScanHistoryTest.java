package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.KeyRanges;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drives the scan through random histories of a moving table. A failure names its seed. */
@Tag("slow")
final class ScanHistoryTest {
  private static final int HISTORIES = 21_000;
  private static final int MOST_CHANGES = 40;

  /** One request on its way: answered at some moment before its page is judged. */
  private static final class Pending {
    private final Ask ask;
    private Optional<ScanReply> reply = Optional.empty();

    Pending(Ask ask) {
      this.ask = ask;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void sends_every_row_that_stays_exactly_once(int inFlight) {
    LongStream.range(0, HISTORIES / 3)
        .forEach(seed -> new History(seed, inFlight, Optional.empty()).run().check());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void nor_does_a_base_that_moves_lose_or_double_a_row(int inFlight) {
    LongStream.range(0, HISTORIES / 10)
        .forEach(seed -> new History(seed, inFlight, Optional.of(KeyRanges.GIFTS)).run().check());
  }

  @ParameterizedTest
  @CsvSource({"0,250", "1,250", "249,250", "250,250", "251,250", "1000,250", "999,1000", "7,2"})
  void reads_a_still_table_in_the_fewest_requests(int rows, int take) {
    var table = new MovingTable(new Random(1), rows);
    var scan = new Scan(ScanPosition.START, take, Optional::empty);
    var requests = new ArrayList<Ask>();
    var flying = new InFlight<Ask>(() -> 4, ask -> ask, ask -> {});

    while (scan.end().isEmpty()) {
      requests.add(flying.next(scan));
      scan.accept(table.reply(requests.get(requests.size() - 1), false));
    }

    assertThat(requests).hasSize(Math.max(1, (rows + take - 2) / (take - 1)));
    assertThat(flying.waiting()).isZero();
    assertThat(scan.end()).contains(ScanEnd.verified());
  }

  @Test
  void histories_are_worth_the_name() {
    var moved =
        LongStream.range(0, 1_000)
            .filter(seed -> new History(seed, 4, Optional.empty()).run().moved())
            .count();

    assertThat(moved).isGreaterThan(100);
  }

  private static final class History {
    private final long seed;
    private final Random random;
    private final int take;
    private final int unrest;
    private final boolean totalRaces;
    private final boolean killed;
    private final MovingTable table;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Long> sent = new ArrayList<>();
    private final InFlight<Pending> flying;
    private final Optional<KeyRange> range;
    private Scan scan;
    private int overlaps;
    private boolean readOnceMore;
    private int changes;

    History(long seed, int inFlight, Optional<KeyRange> range) {
      this.seed = seed;
      this.range = range;
      random = new Random(seed);
      take = List.of(2, 3, 5, 10, 50, 250, 1000).get(random.nextInt(7));
      unrest = random.nextInt(4);
      totalRaces = random.nextInt(4) == 0;
      killed = random.nextInt(4) == 0;
      table = new MovingTable(random, rows());
      flying = new InFlight<>(() -> inFlight, this::send, pending::remove);
      scan = new Scan(ScanPosition.START, take, () -> range);
    }

    private int rows() {
      return switch (random.nextInt(5)) {
        case 0 -> random.nextInt(3);
        case 1 -> take;
        case 2 -> take + random.nextInt(3) - 1;
        case 3 -> (take - 1) * (1 + random.nextInt(3));
        default -> random.nextInt(Math.min(3_000, take * (range.isEmpty() ? 20 : 60)));
      };
    }

    private Pending send(Ask ask) {
      var sentNow = new Pending(ask);
      pending.add(sentNow);
      return sentNow;
    }

    History run() {
      while (scan.end().isEmpty()) {
        var next = flying.next(scan);
        while (next.reply.isEmpty()) {
          change();
          answerOne();
        }
        pending.remove(next);
        judge(next.reply.orElseThrow());
        if (killed && random.nextInt(10) == 0 && scan.end().isEmpty()) {
          resume();
        }
      }
      return this;
    }

    private void answerOne() {
      var unanswered = pending.stream().filter(each -> each.reply.isEmpty()).toList();
      var lucky = unanswered.get(random.nextInt(unanswered.size()));
      lucky.reply = Optional.of(table.reply(lucky.ask, totalRaces && random.nextBoolean()));
    }

    private void judge(ScanReply reply) {
      for (int row : scan.accept(reply)) {
        sent.add(reply.keys().at(row));
      }
      readOnceMore |= scan.doubt().endsWith("once more");
    }

    private void resume() {
      flying.cancelAll();
      if (!scan.position().isStart()) {
        overlaps++;
      }
      scan = new Scan(scan.position(), take, () -> range);
    }

    private void change() {
      if (random.nextInt(4) >= unrest || changes > MOST_CHANGES) {
        return;
      }
      changes++;
      table.change(take);
    }

    boolean moved() {
      return changes > 3;
    }

    void check() {
      var as = "seed " + seed + ", take " + take + ", unrest " + unrest + ", end " + scan.end();
      var once = new HashSet<>(sent);
      assertThat(once).as(as).containsAll(table.always());
      if (!isReadOnceMore()) {
        assertThat(sent.size() - once.size()).as(as).isLessThanOrEqualTo(overlaps);
      }
      assertThat(scan.end().orElseThrow().why()).as(as).doesNotStartWith("no end");
      if (!totalRaces) {
        assertThat(scan.end()).as(as).contains(ScanEnd.verified());
      }
    }

    /** Rows that came back behind a base are counted, and found by position alone. */
    private boolean isReadOnceMore() {
      return table.restored() && readOnceMore;
    }
  }

  @Test
  void resumes_with_its_overlap_row_even_when_nothing_is_new() {
    var table = new MovingTable(new Random(1), 3);
    var first = table.reply(new Ask(0, 250), false);
    var atTheEnd = new ScanPosition(first.keys().at(2), 2, 3, 3);

    var scan = new Scan(atTheEnd, 250, Optional::empty);
    var rows = scan.accept(table.reply(scan.next(), false));

    assertThat(rows).containsExactly(0);
    assertThat(scan.end()).contains(ScanEnd.verified());
  }
}
