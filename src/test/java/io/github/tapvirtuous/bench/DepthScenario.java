package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What it brings to ask from a key on, where a page takes longer the more rows it skips. */
final class DepthScenario implements Scenario {
  private static final int GIFTS = 1_000_000;
  private static final int PAGE = 1000;
  private static final double AIM = 5;

  @Override
  public String name() {
    return "depth";
  }

  @Override
  public String what() {
    return "1,000,000 gifts, 1000 a page, 1 ms for 1,000 rows skipped: from key to key, by position";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    var shallow = sync("depth-shallow").standIn("--skip-ms", "1").run(work);
    var deep =
        sync("depth-deep").standIn("--skip-ms", "1", "--misread", "gifts=KEYS_IGNORED").run(work);
    return List.of(
        Figure.of("seconds from key to key, whole run", "%.2f", shallow.wall()),
        Figure.of("seconds by position, whole run", "%.2f", deep.wall()),
        Figure.atLeast(AIM, "ratio", "%.2f", deep.wall() / shallow.wall()));
  }

  private static Sync sync(String name) {
    return new Sync(name, GIFTS).config("page_size", PAGE);
  }
}
