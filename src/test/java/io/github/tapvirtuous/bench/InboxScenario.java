package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a sync takes for which a night of events waits, each of another gift. */
final class InboxScenario implements Scenario {
  private static final int GIFTS = 200_000;
  private static final int EVENTS = 100_000;
  private static final int AT_A_TIME = 1_000;
  private static final int MOST_REQUESTS = EVENTS / 1_000 + 5;
  private static final String PAYLOAD = "x".repeat(1_900);
  private static final Pattern REPORT =
      Pattern.compile("gifts: verified: rows (\\d+).*?requests (\\d+)");

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public String what() {
    return "100,000 waiting events of 2 KB, each of another of 200,000 gifts, asked for again";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(GIFTS, List.of())) {
      var file = work.resolve("inbox.db");
      fill(file, standIn.keys("gifts").subList(0, EVENTS));
      var webhook = Map.of("inbox", file.toString(), "only", true);
      var command =
          new Sync(name(), GIFTS)
              .config("webhook", webhook)
              .prepared(standIn, Installation.built(), work);
      var log = work.resolve(name() + ".log");
      var took = Timed.run(command, "", log);
      return figures(took, Files.readString(log));
    }
  }

  private static void fill(Path file, List<Long> keys) {
    var gifts = TableMap.named("gifts").orElseThrow();
    var at = Instant.now().minus(Duration.ofHours(1));
    try (var inbox = Inboxes.open(file.toString())) {
      for (int from = 0; from < keys.size(); from += AT_A_TIME) {
        var events = new ArrayList<Event>();
        keys.subList(from, from + AT_A_TIME).forEach(key -> events.add(event(gifts, key, at)));
        inbox.store(events, at).join();
      }
    }
  }

  private static Event event(Table gifts, long key, Instant at) {
    var record = "{\"id\":" + key + ",\"notes\":\"" + PAYLOAD + "\"}";
    return new Event(gifts, key, Kind.UPDATE, at, Optional.of("e" + key), 0, record);
  }

  private static List<Figure> figures(Timed took, String log) throws IOException {
    var report = REPORT.matcher(log);
    if (!report.find() || Integer.parseInt(report.group(1)) != EVENTS) {
      throw new IOException("The tap does not report " + EVENTS + " rows.");
    }
    return List.of(
        Figure.atMost(MOST_REQUESTS, "requests", "%.0f", Integer.parseInt(report.group(2))),
        Figure.of("seconds, whole run", "%.2f", took.wall().toMillis() / 1e3),
        Figure.of("peak RSS, MB", "%.0f", took.peakKilobytes() / 1024.0));
  }
}
