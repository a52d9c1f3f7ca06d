package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.query.KeyRanges;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A scan from key to key of a table in which nothing happens, eleven rows at a time. */
final class StillReading {
  private static final int TAKE = 11;

  private final MovingTable table;
  private final Scan scan;
  private final InFlight<Ask> flying;
  private final List<Ask> pages = new ArrayList<>();
  private final List<Ask> questions = new ArrayList<>();
  private int sent;

  StillReading(ScanPosition from, int rows, int inFlight) {
    table = new MovingTable(new Random(1), rows);
    scan = new Scan(from, TAKE, () -> Optional.of(KeyRanges.GIFTS));
    flying = new InFlight<>(() -> inFlight, ask -> ask, ask -> {});
  }

  /** Before it goes on. */
  void delete(int place) {
    table.delete(place, 1);
  }

  void run() {
    run(Integer.MAX_VALUE);
  }

  void run(int mostPages) {
    while (scan.end().isEmpty() && pages.size() < mostPages) {
      var ask = flying.next(scan);
      (ask.isQuestion() ? questions : pages).add(ask);
      sent += scan.accept(table.reply(ask, false)).length;
    }
  }

  List<Ask> pages() {
    return pages;
  }

  List<Ask> questions() {
    return questions;
  }

  int deepestSkip() {
    return pages.stream().mapToInt(Ask::skip).max().orElse(0);
  }

  /** Rows, the one with which a scan is taken up among them. */
  int sent() {
    return sent;
  }

  ScanPosition position() {
    return scan.position();
  }

  String doubt() {
    return scan.doubt();
  }

  Optional<ScanEnd> end() {
    return scan.end();
  }
}
