package io.github.tapvirtuous.log;

import ch.qos.logback.classic.LoggerContext;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** While it is open, the log goes elsewhere than to stderr. */
public final class Diversion implements AutoCloseable {
  private static final String NAME = Diversion.class.getName();

  private final LoggerContext context;

  private Diversion(LoggerContext context) {
    this.context = context;
  }

  /** Opens one, for the whole program. */
  public static Diversion to(LogTaker taker) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.putObject(NAME, taker);
    return new Diversion(context);
  }

  /** Where the log of a program goes instead, if anywhere. */
  static Optional<LogTaker> in(LoggerContext context) {
    return Optional.ofNullable((LogTaker) context.getObject(NAME));
  }

  @Override
  public void close() {
    context.removeObject(NAME);
  }
}
