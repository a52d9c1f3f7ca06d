package io.github.tapvirtuous.bench;

import java.util.List;
import java.util.stream.Collectors;

/** All there is to measure: another kind of sync is another line here. */
final class Scenarios {
  private static final String SMALL_HEAP = "-Xmx128m";

  private static final List<Scenario> ALL =
      List.of(
          new SyncScenario("gifts", "200,000 gifts", 200_000),
          new SyncScenario("gifts-plain", "200,000 gifts, no class-data archive", 200_000)
              .withoutArchive(),
          new SyncScenario("gifts-1", "200,000 gifts, one request at a time", 200_000)
              .config("max_concurrent_requests", 1),
          new SyncScenario("gzip", "200,000 gifts, zipped", 200_000).standIn("--gzip"),
          new SyncScenario("latency", "10,000 gifts, 200 ms a reply", 10_000)
              .standIn("--latency-ms", "200"),
          new SyncScenario("latency-1", "10,000 gifts, 200 ms a reply, one at a time", 10_000)
              .standIn("--latency-ms", "200")
              .config("max_concurrent_requests", 1),
          new SyncScenario("small", "10,000 gifts, 1000 a page, " + SMALL_HEAP, 10_000)
              .config("page_size", 1000)
              .javaOptions(SMALL_HEAP),
          new SyncScenario("large", "1,000,000 gifts, 1000 a page, " + SMALL_HEAP, 1_000_000)
              .config("page_size", 1000)
              .javaOptions(SMALL_HEAP),
          new CurlScenario("curl", "200,000 gifts by curl, four at a time", 200_000),
          new StartScenario());

  private Scenarios() {}

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
