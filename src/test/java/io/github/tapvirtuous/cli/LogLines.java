package io.github.tapvirtuous.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** All that our own classes log while it is open, down to DEBUG, before any secret is masked. */
final class LogLines implements AutoCloseable {
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.tapvirtuous");
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  LogLines() {
    events.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    events.start();
    ours.setLevel(Level.DEBUG);
    ours.addAppender(events);
  }

  List<String> lines() {
    return List.copyOf(events.list).stream().map(LogLines::line).toList();
  }

  private static String line(ILoggingEvent event) {
    var trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getLevel() + " " + event.getFormattedMessage() + (trace == null ? "" : trace);
  }

  @Override
  public void close() {
    ours.detachAppender(events);
    ours.setLevel(null);
  }
}
