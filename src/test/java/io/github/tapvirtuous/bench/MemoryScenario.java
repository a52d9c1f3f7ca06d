package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Whether memory grows with the table. */
final class MemoryScenario implements Scenario {
  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;
  private static final int PAGE = 1000;
  private static final double AIM = 1.1;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String what() {
    return "1,000,000 gifts against 10,000, 1000 a page, -Xmx128m";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    var few = sync("memory-few", FEW).run(work);
    var many = sync("memory-many", MANY).run(work);
    var ratio = many.peakMegabytes() / few.peakMegabytes();
    return List.of(
        Figure.of("peak RSS of 10,000, MB", "%.0f", few.peakMegabytes()),
        Figure.of("peak RSS of 1,000,000, MB", "%.0f", many.peakMegabytes()),
        Figure.atMost(AIM, "ratio", "%.2f", ratio),
        Figure.of("seconds of 10,000, whole run", "%.2f", few.wall()),
        Figure.of("seconds of 1,000,000, whole run", "%.2f", many.wall()),
        Figure.of("records a second of 1,000,000, steady", "%,.0f", many.steadyRate()));
  }

  private static Sync sync(String name, int gifts) {
    return new Sync(name, gifts).config("page_size", PAGE).javaOptions("-Xmx128m");
  }
}
