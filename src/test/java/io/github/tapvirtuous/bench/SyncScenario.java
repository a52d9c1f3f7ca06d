package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast gifts are synced.
 *
 * @param aim records a second in the steady part; 0 if there is none
 */
record SyncScenario(String name, String what, Sync sync, double aim) implements Scenario {
  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    var synced = sync.run(work);
    var rate = "records a second, steady";
    var figures = new ArrayList<Figure>();
    figures.add(
        aim > 0
            ? Figure.atLeast(aim, rate, "%,.0f", synced.steadyRate())
            : Figure.of(rate, "%,.0f", synced.steadyRate()));
    figures.addAll(synced.details());
    return figures;
  }
}
