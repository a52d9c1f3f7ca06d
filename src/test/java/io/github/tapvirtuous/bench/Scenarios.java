package io.github.tapvirtuous.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All there is to measure: another kind of sync is another line here. */
final class Scenarios {
  private static final int GIFTS = 200_000;
  private static final int MANY = 1_000_000;

  private static final List<Scenario> ALL =
      List.of(
          sync("gifts", "4 in flight", gifts("gifts").inFlight(4), 100_000),
          sync("long", "4 in flight", new Sync("long", MANY).inFlight(4), 100_000),
          sync("gifts-1", "1 in flight", gifts("gifts-1").inFlight(1), 60_000),
          sync("gzip", "zipped, 4 in flight", gzip("gzip").inFlight(4), 0),
          sync("gzip-1", "zipped, 1 in flight", gzip("gzip-1").inFlight(1), 0),
          sync("plain", "no class-data archive", gifts("plain").withoutArchive(), 0),
          new LatencyScenario(),
          new MemoryScenario(),
          new ChangesScenario(),
          new DayScenario(),
          new InboxScenario(),
          new DepthScenario(),
          new CurlScenario(),
          new ReceiverScenario(),
          new FetchScenario(),
          new StartScenario());

  private Scenarios() {}

  private static Scenario sync(String name, String how, Sync sync, double aim) {
    return new SyncScenario(
        name, String.format(Locale.ROOT, "%,d gifts, %s", sync.gifts(), how), sync, aim);
  }

  private static Sync gifts(String name) {
    return new Sync(name, GIFTS);
  }

  private static Sync gzip(String name) {
    return gifts(name).standIn("--gzip");
  }

  /** All of them, if no name is given. */
  static List<Scenario> named(List<String> names) {
    var unknown = names.stream().filter(name -> !all().contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "No scenario " + String.join(", ", unknown) + ". There are: " + String.join(" ", all()));
    }
    return ALL.stream().filter(one -> names.isEmpty() || names.contains(one.name())).toList();
  }

  private static List<String> all() {
    return ALL.stream().map(Scenario::name).collect(Collectors.toList());
  }
}
