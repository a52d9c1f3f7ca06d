package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.error.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a check that asks for more than whether the key is good. */
final class ProbeOptions {
  private static final int USUAL_MOST = 150;

  @Option(
      names = "--probe",
      description =
          "Say instead what is true of this account: order, totals, conditions, quota. At most six"
              + " requests a table. The result holds no data and names nobody: paste it into a report.")
  private boolean wanted;

  @Option(
      names = "--max-requests",
      paramLabel = "NUMBER",
      description = "Requests of --probe in all; " + USUAL_MOST + " is the default.")
  private @Nullable Integer most;

  /** Whether that is asked for. */
  boolean isWanted() {
    if (most != null && !wanted) {
      throw new ConfigException(
          "--max-requests belongs to --probe.", "Add --probe, or set \"max_requests\" instead.");
    }
    return wanted;
  }

  int maxRequests() {
    var chosen = most == null ? USUAL_MOST : most;
    if (chosen < 1) {
      throw new ConfigException("--max-requests is " + chosen + ".", "Give a number from 1 on.");
    }
    return chosen;
  }
}
