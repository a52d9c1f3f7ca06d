package io.github.tapvirtuous.log;

import ch.qos.logback.classic.spi.ILoggingEvent;

/** Turns an event of the log into its lines. */
sealed interface LineFormat permits TextLines, JsonLines {
  /** One line or more, each ending in {@code \n}. Every text in them went through the mask. */
  String lines(ILoggingEvent event, SecretMask mask);
}
