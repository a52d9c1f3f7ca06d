package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sync took. Its steady part lies between the first record and the last: without the start
 * of Java.
 *
 * @param bytesOfGift in the reply, unzipped
 */
record Synced(int gifts, Timed took, double bytesOfGift, int requests) {
  private static final Pattern REPORT = Pattern.compile("rows (\\d+).*requests (\\d+)");

  /**
   * A sync that brought every row.
   *
   * @param log where the tap reports rows and requests
   */
  static Synced of(int gifts, Timed took, double bytesOfGift, String log) throws IOException {
    var reports = REPORT.matcher(log).results().toList();
    if (reports.isEmpty() || Integer.parseInt(reports.get(0).group(1)) != gifts) {
      throw new IOException("The tap does not report " + gifts + " rows.");
    }
    return new Synced(gifts, took, bytesOfGift, Integer.parseInt(reports.get(0).group(2)));
  }

  /** Records a second. */
  double rate() {
    return gifts / seconds(took.wall());
  }

  /** Records a second. */
  double steadyRate() {
    return gifts / seconds(took.records().between());
  }

  double wall() {
    return seconds(took.wall());
  }

  double peakMegabytes() {
    return took.peakKilobytes() / 1024.0;
  }

  /** All that is known, beside the steady rate. */
  List<Figure> details() {
    var steadyCpu = took.cpu().minus(took.records().cpuToFirst());
    return List.of(
        Figure.of("records a second, whole run", "%,.0f", rate()),
        Figure.of("records a CPU second, steady", "%,.0f", gifts / seconds(steadyCpu)),
        Figure.of("records a CPU second, whole run", "%,.0f", gifts / seconds(took.cpu())),
        Figure.of("CPU seconds a 100,000 records", "%.2f", seconds(took.cpu()) * 100_000 / gifts),
        Figure.of("MB a second, steady", "%,.0f", steadyRate() * bytesOfGift / 1e6),
        Figure.of("seconds to the first record", "%.2f", seconds(took.records().first())),
        Figure.of("seconds, whole run", "%.2f", wall()),
        Figure.of("peak RSS, MB", "%.0f", peakMegabytes()),
        Figure.of("requests", "%,d", requests));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
