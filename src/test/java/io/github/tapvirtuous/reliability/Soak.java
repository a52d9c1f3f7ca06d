package io.github.tapvirtuous.reliability;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Runs the built tap for a while against a simulated Virtuous whose rows come, go and change and
 * whose replies break, kills it now and then, and looks for rows and changes that got lost.
 */
public final class Soak {
  private static final int ROWS = 300;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final long seed;
  private final SoakFigures figures = new SoakFigures();
  private final PrintStream out;

  Soak(long seed, PrintStream out) {
    this.seed = seed;
    this.out = out;
  }

  /** Takes {@code --seconds N} and {@code --seed N}; ends with 1 when something was lost. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    var given = List.of(arguments);
    var seed = number(given, "--seed", System.currentTimeMillis() % 1_000_000);
    var seconds = number(given, "--seconds", 600);
    System.exit(new Soak(seed, System.err).lasting(Duration.ofSeconds(seconds)) ? 0 : 1);
  }

  private static long number(List<String> given, String option, long otherwise) {
    var at = given.indexOf(option);
    return at < 0 ? otherwise : Long.parseLong(given.get(at + 1));
  }

  /** Whether nothing was lost until then; the cycle under way is brought to its end. */
  boolean lasting(Duration duration) throws IOException, InterruptedException {
    out.println("Soaking for " + duration.toSeconds() + " s with seed " + seed + ".");
    var end = Instant.now().plus(duration);
    var nextLine = new Instant[] {Instant.now().plus(BETWEEN_LINES)};
    return soak(
        () -> {
          if (Instant.now().isAfter(nextLine[0])) {
            out.println("  " + figures);
            nextLine[0] = Instant.now().plus(BETWEEN_LINES);
          }
          return Instant.now().isBefore(end);
        });
  }

  /** Whether to go on. */
  interface More {
    boolean isWanted();
  }

  boolean soak(More more) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("soak");
    try (var virtuous = StandInServer.serving(standIn(), 0)) {
      var cycle = new SoakCycle(virtuous, folder, new Random(seed), figures);
      do {
        cycle.run();
      } while (more.isWanted());
      out.println("Nothing lost, seed " + seed + ": " + figures + ".");
      return true;
    } catch (SoakCycle.Failure failure) {
      out.println("FAILED, seed " + seed + ", after " + figures + ".\n" + failure.getMessage());
      return false;
    }
  }

  SoakFigures figures() {
    return figures;
  }

  private StandIn standIn() {
    return StandIn.builder()
        .allRows(ROWS, seed)
        .chaos(seed)
        .rateLimit(RateLimit.hourly(Integer.MAX_VALUE, Clock.systemUTC()))
        .forgetful()
        .build();
  }
}
