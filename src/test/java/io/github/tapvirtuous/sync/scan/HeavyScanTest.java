package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeavyScanTest {
  private static final int CONFIGURED = 200;

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void doubles_back_after_twenty_good_pages_however_many_are_in_flight(int inFlight) {
    var table = new MovingTable(new Random(1), 20_000);
    var scan = new Scan(ScanPosition.START, CONFIGURED, Optional::empty);
    var flying = new InFlight<Ask>(() -> inFlight, ask -> ask, ask -> {});
    var judged = new ArrayList<Integer>();

    while (scan.end().isEmpty()) {
      var ask = flying.next(scan);
      var take = judged.size() == 3 ? CONFIGURED / 4 : ask.take();
      judged.add(take);
      var rows = table.keys();
      var from = Math.min(ask.skip(), rows.size());
      var page = rows.subList(from, Math.min(rows.size(), from + take));
      scan.accept(MovingTable.reply(ask, take, page, rows.size()));
    }

    var heavyPage = 3;
    assertThat(judged.subList(0, heavyPage)).containsOnly(CONFIGURED);
    assertThat(takesOf(judged, 50)).isBetween(21, 21 + inFlight);
    assertThat(takesOf(judged, 100)).isBetween(20, 20 + inFlight);
    assertThat(judged.subList(judged.size() - 10, judged.size())).containsOnly(CONFIGURED);
    assertThat(scan.end()).contains(ScanEnd.verified());
  }

  private static int takesOf(List<Integer> judged, int take) {
    return (int) IntStream.range(0, judged.size()).filter(at -> judged.get(at) == take).count();
  }
}
