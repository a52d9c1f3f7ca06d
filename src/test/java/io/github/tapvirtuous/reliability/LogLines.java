package io.github.tapvirtuous.reliability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What our own classes log while it is open; nothing of it reaches the console. */
final class LogLines implements AutoCloseable {
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.tapvirtuous");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  LogLines() {
    lines.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    lines.start();
    ours.setLevel(Level.INFO);
    ours.setAdditive(false);
    ours.addAppender(lines);
  }

  String text() {
    return List.copyOf(lines.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    ours.detachAppender(lines);
    ours.setAdditive(true);
    ours.setLevel(null);
  }
}
