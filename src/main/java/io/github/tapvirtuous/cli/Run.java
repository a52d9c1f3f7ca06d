package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.airbyte.Surroundings;
import io.github.tapvirtuous.cli.report.RunRecord;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.log.Fatal;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.RunParts;
import io.github.tapvirtuous.terminal.Watch;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run against Virtuous: puts its parts together, closes them, and turns its end into an exit
 * code. There are three kinds, in whatever protocol they are spoken of; what a kind does with the
 * parts is the verb's own affair.
 */
final class Run implements Surroundings.Runs {
  static final int DONE = 0;

  /** A bug, or a failure that a later run may not meet. */
  static final int FAILED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private static final String USED_UP =
      "\"max_requests\" is used up before the end: what is left comes with the next run. To"
          + " read more in one, raise \"max_requests\" or remove it.";

  private static final String STUCK =
      "\"max_requests\" is used up, and not a page could be read. Raise it, unless lines above"
          + " say that requests failed: without a catalog, a table's first rows take up to three"
          + " requests, and one more if the key has to be said as Bearer.";

  private final RunContext context;
  private final TapConfig config;
  private final Meter.Maker meters;
  private final RunRecord record;

  /**
   * A run that has not begun.
   *
   * @param meters listen to what is counted, each protocol's in its own way
   * @param record hears how it ends, if it is a sync
   */
  Run(RunContext context, TapConfig config, Meter.Maker meters, RunRecord record) {
    this.context = context;
    this.config = config;
    this.meters = meters;
    this.record = record;
  }

  /** As {@link #sync(Audience, Consumer)}, for those whose protocol shows how it goes. */
  @Override
  public int sync(Consumer<RunParts> work) {
    return sync(Audience.reading(meters), work);
  }

  /**
   * Waits and tries again, and tells its report, however it ends. Done when all rows came, or as
   * many as its requests were enough for.
   */
  int sync(Audience audience, Consumer<RunParts> work) {
    var report = report();
    var client = patientClient();
    record.began(report, client);
    Consumer<Audience> tell = to -> to.tell(report, client.quotaLeft());
    return with(
        report,
        client,
        parts -> told(report, audience, tell, () -> shown(audience.watch(), report, work, parts)));
  }

  /** Until the work ends, however it does: what is told then stands below. */
  private static void shown(
      Watch watch, RunReport report, Consumer<RunParts> work, RunParts parts) {
    var shown = watch.begin(report, parts.client()::hourlyQuota);
    try {
      work.accept(parts);
    } finally {
      shown.close();
    }
  }

  /** Waits and tries again. Done unless the work throws. */
  @Override
  public int discover(Consumer<RunParts> work) {
    return with(
        report(),
        patientClient(),
        parts -> {
          work.accept(parts);
          return DONE;
        });
  }

  /** Tries each request once, and never waits. Done unless the work returns a failure. */
  @Override
  public int check(Function<RunParts, Optional<TapException>> work) {
    return with(report(), impatientClient(), work).map(TapException::exitCode).orElse(DONE);
  }

  private <T> T with(RunReport report, VirtuousClient client, Function<RunParts, T> work) {
    try (var threads = new FetchThreads(config.limits().maxConcurrentRequests())) {
      return work.apply(new RunParts(client, config, threads, context.clock(), report));
    }
  }

  private RunReport report() {
    return new RunReport(context.clock(), meters);
  }

  private VirtuousClient patientClient() {
    return VirtuousClient.patient(
        config, context.environment(), context.clock(), context.sleeper());
  }

  private VirtuousClient impatientClient() {
    return VirtuousClient.once(config, context.environment(), context.clock());
  }

  private int told(RunReport report, Audience audience, Consumer<Audience> tell, Runnable sync) {
    try {
      sync.run();
    } catch (OutputException nobodyReads) {
      tell.accept(audience.withoutState());
      throw nobodyReads;
    } catch (ConfigException refusedKey) {
      if (report.hasRows()) {
        tell.accept(audience); // else the reason would drown in lines that say nothing
      }
      throw refusedKey;
    } catch (RuntimeException broken) {
      tell.accept(audience);
      throw broken;
    }
    var failed = streams(report, Outcome::isFailure);
    failed.stream().map(StreamReport::failureLine).forEach(this::tellFailure);
    var isStuck = isStuck(report);
    tell.accept(audience);
    return failed.isEmpty() && !isStuck ? DONE : FAILED;
  }

  private void tellFailure(String reason) {
    record.because(reason);
    LOG.error(Fatal.EXIT, "{}", reason);
  }

  private static List<StreamReport> streams(RunReport report, Predicate<Outcome> ending) {
    return report.streams().stream().filter(each -> ending.test(each.outcome())).toList();
  }

  /** Says so if requests ran out; whether it was for nothing, so that the next run would, too. */
  private boolean isStuck(RunReport report) {
    if (streams(report, each -> !each.isFailure() && !each.isSuccess()).isEmpty()) {
      return false;
    } else if (report.hasPages()) {
      record.because(USED_UP);
      LOG.warn(USED_UP);
      return false;
    }
    tellFailure(STUCK);
    return true;
  }
}
