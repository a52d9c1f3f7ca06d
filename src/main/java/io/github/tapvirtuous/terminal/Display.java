package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.log.Printing;
import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.report.RunReport;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Draws a run on a terminal once a second; lines of the log scroll above. */
public final class Display implements Watch {
  private final Window window;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Ticker ticker;

  /** Draws nothing yet. */
  public Display(Window window, Map<String, String> environment, Clock clock) {
    this(window, environment, clock, Ticker.daemon());
  }

  Display(Window window, Map<String, String> environment, Clock clock, Ticker ticker) {
    this.window = window;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.ticker = ticker;
  }

  @Override
  public Shown begin(RunReport report, Supplier<HourlyQuota> quota) {
    var glyphs = Glyphs.of(window, environment);
    var screen = new Screen(window.out(), window.charset());
    var run = new DrawnRun(report, quota, clock, window, glyphs, screen);
    var printing = Printing.by(lines -> screen.print(glyphs.fit(lines)));
    var ticking = ticker.everySecond(run::draw);
    return () -> {
      ticking.close();
      run.leave();
      printing.close();
    };
  }
}
