package io.github.tapvirtuous.log;

import java.util.Optional;

/** Takes the lines of the log in the place of stderr. Any thread calls it. */
@FunctionalInterface
public interface LogTaker {
  /**
   * Takes one line; all secrets in it are hidden.
   *
   * @param level {@code DEBUG}, {@code INFO}, {@code WARNING}, {@code ERROR} or {@code CRITICAL}
   * @param stackTrace of an exception, if there was one
   */
  void take(String level, String message, Optional<String> stackTrace);
}
