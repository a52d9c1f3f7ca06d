package io.github.tapvirtuous.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What our own classes log while it is open, down to DEBUG. */
final class LogLines implements AutoCloseable {
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.tapvirtuous");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  LogLines() {
    lines.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    lines.start();
    ours.setLevel(Level.DEBUG);
    ours.addAppender(lines);
  }

  List<String> all() {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  List<String> warnings() {
    return List.copyOf(lines.list).stream()
        .filter(line -> line.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Override
  public void close() {
    ours.detachAppender(lines);
    ours.setLevel(null);
  }
}
