package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a day costs on which one gift in a hundred changed. */
final class ChangesScenario implements Scenario {
  private static final int GIFTS = 1_000_000;
  private static final int CHANGED = GIFTS / 100;
  private static final int DAYS = 5;
  private static final int PAGE = 1000;
  private static final int MOST_REQUESTS = 55;

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public String what() {
    return "1,000,000 gifts, 1000 a page, the fifth day on which 1 % changed";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(GIFTS, List.of())) {
      var days = Days.of(new Sync(name(), GIFTS).config("page_size", PAGE), standIn, work);
      var last = days.run();
      for (int day = 0; day < DAYS; day++) {
        standIn.modify("gifts", CHANGED);
        last = days.run();
      }
      return figures(last);
    }
  }

  private static List<Figure> figures(Day day) throws IOException {
    if (day.incrementalStreams() == 0) {
      throw new IOException("The last run was no incremental one.");
    }
    return List.of(
        Figure.atMost(MOST_REQUESTS, "requests", "%.0f", day.requests()),
        Figure.of("rows", "%,d", day.rows()),
        Figure.of("seconds, whole run", "%.2f", day.seconds()));
  }
}
