package io.github.tapvirtuous.sync.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ResumedScanTest {
  private static final List<Long> TABLE = LongStream.range(0, 1_000).boxed().toList();

  @Test
  void asks_for_the_whole_list_when_skip_is_ignored() {
    var scan = new Scan(new ScanPosition(99, 99, 1_000, 100), 100, Optional::empty);
    var requests = 0;

    var last = scan.next();
    while (scan.end().isEmpty()) {
      last = scan.next();
      requests++;
      scan.accept(MovingTable.reply(last, TABLE.subList(0, last.take()), 1_000));
    }

    assertThat(last).isEqualTo(new Ask(0, 1_000));
    assertThat(requests).isEqualTo(4);
    assertThat(scan.end().orElseThrow().outcome()).isEqualTo(Outcome.UNVERIFIED);
  }

  @Test
  void a_scan_that_gives_up_without_a_new_row_begins_anew_the_next_time() {
    var scan = new Scan(new ScanPosition(999, 999, 1_000, 1_000), 100, Optional::empty);

    while (scan.end().isEmpty()) {
      var ask = scan.next();
      var keyless = new ScanReply(ask, ask.take(), ask.take(), 5_000, Keys.NONE, all(ask.take()));
      scan.accept(keyless);
    }

    assertThat(scan.end().orElseThrow().gaveUp()).isTrue();
    assertThat(scan.position()).isEqualTo(ScanPosition.START);
  }

  private static List<Integer> all(int length) {
    return IntStream.range(0, length).boxed().toList();
  }
}
