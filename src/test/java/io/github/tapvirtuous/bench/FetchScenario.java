package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the stand-in and this machine are able to: no tap could be faster. */
final class FetchScenario implements Scenario {
  private static final int GIFTS = 200_000;

  @Override
  public String name() {
    return "fetch";
  }

  @Override
  public String what() {
    return "200,000 gifts fetched by curl alone, 4 in flight";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    Curl.expect();
    try (var standIn = StandInProcess.serving(GIFTS, List.of())) {
      var seconds = Curl.fetch(GIFTS, 4, standIn, work).wall().toNanos() / 1e9;
      return List.of(Figure.of("records a second, whole run", "%,.0f", GIFTS / seconds));
    }
  }
}
