package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.sync.RunParts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the verbs of Airbyte find around themselves. */
public interface Surroundings {
  /** What {@code --config} names: it can be relied on. */
  TapConfig config();

  /**
   * What comes of the run goes to a file, if the config says so.
   *
   * @param inputs the files that it reads, each with what it is
   */
  void report(TapConfig config, Map<Path, String> inputs);

  Clock clock();

  /** A run that has not begun. */
  Runs runs(TapConfig config, Meter.Maker meters);

  /** The kinds of runs against Virtuous; each returns an exit code. */
  interface Runs {
    /** Waits and tries again; tells its report, however it ends. */
    int sync(Consumer<RunParts> work);

    /** Waits and tries again. */
    int discover(Consumer<RunParts> work);

    /** Tries each request once, and never waits. */
    int check(Function<RunParts, Optional<TapException>> work);
  }
}
