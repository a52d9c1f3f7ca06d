package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.log.LogReader;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.singer.SingerMetrics;
import io.github.tapvirtuous.terminal.Display;
import io.github.tapvirtuous.terminal.ProgressLines;
import io.github.tapvirtuous.terminal.Watch;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Who looks on while a sync runs, and what is told of it.
 *
 * @param meters listen to what is counted
 * @param watch shows it while it lasts
 * @param detail of the report's lines of single streams
 * @param howToGoOn what those do whose run was stopped; {@code ""} if that is not said here
 */
record Audience(Meter.Maker meters, Watch watch, Level detail, String howToGoOn) {
  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);
  private static final String GO_ON =
      "State written. Go on: same command with --state FILE"
          + " (the last state that your target printed).";

  /** They read the report at the end. */
  static Audience reading(Meter.Maker meters) {
    return new Audience(meters, Watch.none(), Level.INFO, "");
  }

  /** Of a sync in Singer's words: a terminal is drawn on, unless messages go to it, too. */
  static Audience of(RunContext context) {
    var reader = LogReader.of(context.environment(), context.window().isPresent());
    var metrics = SingerMetrics.ofSync(context.clock(), reader);
    if (reader == LogReader.PEOPLE && !context.terminal() && LOG.isInfoEnabled()) {
      var window = context.window().filter(each -> each.canDraw(context.environment()));
      if (window.isPresent()) {
        var display = new Display(window.get(), context.environment(), context.clock());
        return new Audience(metrics, display, Level.DEBUG, GO_ON);
      }
    }
    return inLines(context, metrics);
  }

  private static Audience inLines(RunContext context, Meter.Maker metrics) {
    var lines = metrics.and(new ProgressLines(context.clock()));
    return new Audience(lines, Watch.none(), Level.INFO, GO_ON);
  }

  /** Of a run that could not write a state. */
  Audience withoutState() {
    return new Audience(meters, watch, detail, "");
  }

  /** What came of it, at its end. */
  void tell(RunReport report, Optional<Long> quotaLeft) {
    report.log(detail, quotaLeft, howToGoOn);
  }
}
