package io.github.tapvirtuous.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Locale;
import java.util.Optional;

/** How much a line matters, in Python's words, which Singer's tools look for. */
enum LogLevel {
  DEBUG,
  INFO,
  WARNING,
  ERROR,
  CRITICAL; // Logback has no such level: Fatal.EXIT tells it from ERROR

  static Optional<LogLevel> named(String word) {
    return switch (word.strip().toUpperCase(Locale.ROOT)) {
      case "DEBUG" -> Optional.of(DEBUG);
      case "INFO" -> Optional.of(INFO);
      case "WARNING", "WARN" -> Optional.of(WARNING);
      case "ERROR" -> Optional.of(ERROR);
      case "CRITICAL" -> Optional.of(CRITICAL);
      default -> Optional.empty();
    };
  }

  static LogLevel of(ILoggingEvent event) {
    return switch (event.getLevel().toInt()) {
      case Level.ERROR_INT -> isFatal(event) ? CRITICAL : ERROR;
      case Level.WARN_INT -> WARNING;
      case Level.INFO_INT -> INFO;
      default -> DEBUG;
    };
  }

  /** The least level that a logger of ours has to let through. */
  Level threshold() {
    return switch (this) {
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARN;
      case ERROR, CRITICAL -> Level.ERROR;
    };
  }

  /** Other people's lines are not what the user came for, unless something is being looked into. */
  Level foreignThreshold() {
    return this == INFO ? Level.WARN : threshold();
  }

  boolean shows(ILoggingEvent event) {
    return of(event).compareTo(this) >= 0;
  }

  private static boolean isFatal(ILoggingEvent event) {
    var markers = event.getMarkerList(); // null without markers
    return markers != null && markers.contains(Fatal.EXIT);
  }
}
