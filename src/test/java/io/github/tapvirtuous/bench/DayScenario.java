package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.table.TableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a day of a nonprofit of middle size costs, and beside it what a whole read does. */
final class DayScenario implements Scenario {
  private static final int DAYS = 5;
  private static final int PAGE = 1000;

  /**
   * A table, by the rows that it has and those that a day changes and adds. Each gift has one
   * destination or two, and each contact one individual or two.
   */
  private record Mix(String table, int rows, int modified, int inserted) {}

  private static final List<Mix> MIX =
      List.of(
          new Mix("contacts", 100_000, 500, 60),
          new Mix("individuals", 115_000, 400, 70),
          new Mix("contact_notes", 150_000, 100, 400),
          new Mix("gifts", 300_000, 500, 400),
          new Mix("gift_destinations", 320_000, 500, 430),
          new Mix("gift_asks", 2_000, 10, 5),
          new Mix("recurring_gifts", 5_000, 150, 10),
          new Mix("pledges", 2_500, 10, 3),
          new Mix("planned_gifts", 300, 1, 0),
          new Mix("communications", 4_000, 5, 10),
          new Mix("campaigns", 120, 2, 0),
          new Mix("segments", 900, 5, 1),
          new Mix("projects", 250, 3, 0),
          new Mix("volunteers", 3_000, 10, 5),
          new Mix("volunteer_opportunities", 80, 1, 0),
          new Mix("organization_groups", 25, 0, 0));

  @Override
  public String name() {
    return "day";
  }

  @Override
  public String what() {
    return "all 18 tables, 100,000 contacts, 300,000 gifts, 150,000 notes, 1000 a page:"
        + " the fifth day on which 0.3 to 0.6 % of them are new or changed";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(rows(), List.of())) {
      var all = new Sync(name(), 0).config("page_size", PAGE).config("tables", TableMap.names());
      var days = Days.of(all, standIn, work);
      var whole = days.run();
      var last = whole;
      for (int day = 0; day < DAYS; day++) {
        work(standIn);
        last = days.run();
      }
      return figures(last, whole);
    }
  }

  private static String rows() {
    return MIX.stream().map(mix -> mix.table + "=" + mix.rows).collect(Collectors.joining(","));
  }

  private static void work(StandInProcess standIn) throws IOException, InterruptedException {
    for (var mix : MIX) {
      standIn.modify(mix.table, mix.modified);
      standIn.insert(mix.table, mix.inserted);
    }
  }

  private static List<Figure> figures(Day day, Day whole) {
    return List.of(
        Figure.of("requests", "%,d", day.requests()),
        Figure.of("of them for what changed", "%,d", day.incrementalRequests()),
        Figure.of("streams read for what changed", "%,d", day.incrementalStreams()),
        Figure.of("rows", "%,d", day.rows()),
        Figure.of("seconds, whole run", "%.2f", day.seconds()),
        Figure.of("requests of a whole read", "%,d", whole.requests()),
        Figure.of("rows of a whole read", "%,d", whole.rows()),
        Figure.of("seconds of a whole read, whole run", "%.2f", whole.seconds()));
  }
}
