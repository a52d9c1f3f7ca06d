package io.github.tapvirtuous.log;

import java.util.Map;

/** For whom the log is, as far as its own form goes. */
public enum LogReader {
  /** It takes every line apart. */
  PROGRAM,
  /** Whoever looks later. */
  FILE,
  /** They look on while it is written. */
  PEOPLE;

  /**
   * Who reads what a program writes to stderr.
   *
   * @param isTerminal whether stderr is one
   */
  public static LogReader of(Map<String, String> environment, boolean isTerminal) {
    if (LogSettings.from(environment).format() instanceof JsonLines) {
      return PROGRAM;
    }
    return isTerminal ? PEOPLE : FILE;
  }
}
