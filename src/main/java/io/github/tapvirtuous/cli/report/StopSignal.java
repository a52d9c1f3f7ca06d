package io.github.tapvirtuous.cli.report;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The signal that ends the program, if one does. */
final class StopSignal {
  private static final int DONE = 0;

  /** What Java ends with once its hooks have run: 128, and the signal's number. */
  private static final Map<String, Integer> EXIT_CODES =
      Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

  private StopSignal() {}

  /** What the program will really end with; empty where that is not known. */
  static OptionalInt instead(int exitCode) {
    if (exitCode == DONE) {
      return OptionalInt.of(DONE);
    }
    var signal = signal(Thread.getAllStackTraces().keySet().stream().map(Thread::getName));
    if (signal.isPresent()) {
      return OptionalInt.of(signal.get());
    }
    return Thread.currentThread().isInterrupted() ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }

  /** A thread of this name waits for the program's end: all that Java tells of the signal. */
  private static Optional<Integer> signal(Stream<String> threads) {
    return threads.filter(EXIT_CODES::containsKey).map(EXIT_CODES::get).findFirst();
  }
}
