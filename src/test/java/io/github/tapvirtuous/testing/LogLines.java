package io.github.tapvirtuous.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.tapvirtuous.log.SecretMask;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What our own classes log while it is open, down to DEBUG; as an extension, during each test. */
public final class LogLines implements AutoCloseable, BeforeEachCallback, AfterEachCallback {
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.tapvirtuous");
  private final @Nullable Level usual = ours.getLevel();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final ListAppender<ILoggingEvent> events =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          super.append(event);
          shown.add(event.getLevel() + " " + SecretMask.masked(event.getFormattedMessage()));
        }
      };

  public static LogLines open() {
    var lines = new LogLines();
    lines.attach();
    return lines;
  }

  /** As {@code WARN message}. */
  public List<String> lines() {
    return events().stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  /** As {@code WARN message}, with what the mask knew when it was said. */
  public List<String> shown() {
    return List.copyOf(shown);
  }

  public List<String> messages() {
    return events().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  public List<String> warnings() {
    return events().stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  public List<ILoggingEvent> events() {
    return List.copyOf(events.list);
  }

  private void attach() {
    events.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    events.start();
    ours.setLevel(Level.DEBUG);
    ours.setAdditive(false);
    ours.addAppender(events);
  }

  @Override
  public void close() {
    ours.detachAppender(events);
    ours.setAdditive(true);
    ours.setLevel(usual);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    events.list.clear();
    shown.clear();
    attach();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }
}
