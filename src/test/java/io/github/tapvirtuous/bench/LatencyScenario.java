package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How much of a slow server's latency is hidden by requests in flight at the same time. */
final class LatencyScenario implements Scenario {
  private static final int GIFTS = 20_000;
  private static final String[] SLOW = {"--latency-ms", "200"};
  private static final double AIM = 3.5;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String what() {
    return "20,000 gifts, 200 ms a page";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    var one = new Sync("latency-1", GIFTS).standIn(SLOW).inFlight(1).run(work);
    var four = new Sync("latency-4", GIFTS).standIn(SLOW).inFlight(4).run(work);
    return List.of(
        Figure.of("records a second, steady, 1 in flight", "%,.0f", one.steadyRate()),
        Figure.of("records a second, steady, 4 in flight", "%,.0f", four.steadyRate()),
        Figure.atLeast(AIM, "ratio, steady", "%.2f", four.steadyRate() / one.steadyRate()),
        Figure.of("ratio, whole run", "%.2f", four.rate() / one.rate()),
        Figure.of("seconds, whole run, 1 in flight", "%.2f", one.wall()),
        Figure.of("seconds, whole run, 4 in flight", "%.2f", four.wall()));
  }
}
