package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.log.Fatal;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.RunParts;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of one run, put together. */
final class Wiring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  private final RunParts engine;

  Wiring(TapConfig config, RunContext surroundings, RunReport report) {
    var client =
        VirtuousClient.patient(
            config, surroundings.environment(), surroundings.clock(), surroundings.sleeper());
    var threads = new FetchThreads(config.limits().maxConcurrentRequests());
    engine = new RunParts(client, config, threads, surroundings.clock(), report);
  }

  RunParts engine() {
    return engine;
  }

  /** Runs a sync and reports on it, however it ends; the exit code says whether all rows came. */
  int tellingWhatHappened(Runnable sync) {
    try {
      sync.run();
    } catch (ConfigException refusedKey) {
      if (engine.report().hasRows()) {
        engine.report().log(); // else the reason would drown in lines that say nothing
      }
      throw refusedKey;
    } catch (RuntimeException broken) {
      engine.report().log();
      throw broken;
    }
    var failed = failedStreams();
    failed.forEach(each -> LOG.error(Fatal.EXIT, "{}", each.failureLine()));
    engine.report().log();
    return failed.isEmpty() ? 0 : 1;
  }

  /** Those that did not bring every row. */
  private List<StreamReport> failedStreams() {
    return engine.report().streams().stream().filter(each -> !each.outcome().isSuccess()).toList();
  }

  @Override
  public void close() {
    engine.threads().close();
  }
}
