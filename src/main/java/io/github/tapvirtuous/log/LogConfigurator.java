package io.github.tapvirtuous.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Sets Logback up, in code: everything goes to stderr, as the environment asks for it. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  private static final String OURS = "io.github.tapvirtuous";

  /**
   * Of connections to an inbox, and of the server that takes events. What they meet is said by us,
   * without what they quote, and not as often as a stranger likes.
   */
  private static final List<String> SILENT = List.of("com.zaxxer.hikari", "org.eclipse.jetty");

  private final Map<String, String> environment;
  private final OutputStream out;

  /** For Logback's service loader. Writes to the descriptor: {@code System.err} may be replaced. */
  public LogConfigurator() {
    this(System.getenv(), new FileOutputStream(FileDescriptor.err));
  }

  LogConfigurator(Map<String, String> environment, OutputStream out) {
    this.environment = Map.copyOf(environment);
    this.out = out;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    // without a listener Logback prints its own warnings to stdout, which is for messages alone
    context.getStatusManager().add(new NopStatusListener());
    var settings = LogSettings.from(environment);
    addAppender(context, settings);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(settings.level().foreignThreshold());
    SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    context.getLogger(OURS).setLevel(settings.level().threshold());
    settings.warnings().forEach(context.getLogger(LogConfigurator.class)::warn);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private void addAppender(LoggerContext context, LogSettings settings) {
    var mask = new SecretMask();
    mask.keepIn(context);
    var appender = new LineAppender(out, settings, mask);
    appender.setContext(context);
    appender.setName("stderr");
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }
}
