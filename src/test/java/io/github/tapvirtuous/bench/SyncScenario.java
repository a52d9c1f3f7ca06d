package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How fast gifts are synced: the median of some runs of a fresh tap against a warm stand-in.
 *
 * @param aim records a second in the steady part; 0 if there is none
 */
record SyncScenario(String name, String what, Sync sync, double aim) implements Scenario {
  private static final int RUNS = 5;

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    var synced = medianRun(work);
    var rate = "records a second, steady";
    var figures = new ArrayList<Figure>();
    figures.add(
        aim > 0
            ? Figure.atLeast(aim, rate, "%,.0f", synced.steadyRate())
            : Figure.of(rate, "%,.0f", synced.steadyRate()));
    figures.addAll(synced.details());
    return figures;
  }

  /** The first run is not counted: it is the stand-in that warms up. */
  private Synced medianRun(Path work) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(sync.gifts(), sync.standInOptions())) {
      sync.run(standIn, work);
      var runs = new ArrayList<Synced>();
      for (int run = 0; run < RUNS; run++) {
        runs.add(sync.run(standIn, work));
      }
      runs.sort(Comparator.comparingDouble(Synced::steadyRate));
      return runs.get(RUNS / 2);
    }
  }
}
