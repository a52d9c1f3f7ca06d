package io.github.tapvirtuous.log;

import ch.qos.logback.classic.LoggerContext;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** While it is open, somebody else prints the lines of the log. */
public final class Printing implements AutoCloseable {
  private static final String NAME = Printing.class.getName();

  private final LoggerContext context;

  /** Prints lines in its own way, such as above something drawn. Any thread calls it. */
  @FunctionalInterface
  public interface Printer {
    /**
     * Prints them at once.
     *
     * @param lines one or more, each ending in {@code \n}; all secrets in them are hidden
     */
    void print(String lines);
  }

  private Printing(LoggerContext context) {
    this.context = context;
  }

  /** Opens one, for the whole program. */
  public static Printing by(Printer printer) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.putObject(NAME, printer);
    return new Printing(context);
  }

  /** Who prints the lines of a program, if anybody but its log does. */
  static Optional<Printer> in(LoggerContext context) {
    return Optional.ofNullable((Printer) context.getObject(NAME));
  }

  @Override
  public void close() {
    context.removeObject(NAME);
  }
}
