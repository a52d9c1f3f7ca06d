package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How much longer a sync takes than fetching the same pages to nowhere. */
final class CurlScenario implements Scenario {
  private static final int GIFTS = 200_000;
  private static final int IN_FLIGHT = 4;
  private static final double AIM = 1.3;

  @Override
  public String name() {
    return "curl";
  }

  @Override
  public String what() {
    return "200,000 gifts, 50 ms a page, 4 in flight, against curl --parallel";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    Curl.expect();
    try (var standIn = StandInProcess.serving(GIFTS, List.of("--latency-ms", "50"))) {
      var tap = new Sync("curl-tap", GIFTS).inFlight(IN_FLIGHT).run(standIn, work);
      var curl = Curl.fetch(GIFTS, IN_FLIGHT, standIn, work).wall().toNanos() / 1e9;
      return List.of(
          Figure.of("seconds of the tap, whole run", "%.2f", tap.wall()),
          Figure.of("seconds of curl", "%.2f", curl),
          Figure.atMost(AIM, "ratio", "%.2f", tap.wall() / curl),
          Figure.of("requests of the tap", "%,d", tap.requests()),
          Figure.of("requests of curl", "%,d", Curl.pages(GIFTS)));
    }
  }
}
