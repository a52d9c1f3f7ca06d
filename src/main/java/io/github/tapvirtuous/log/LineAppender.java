package io.github.tapvirtuous.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes each event at once and in one piece, as UTF-8 whatever the locale. */
final class LineAppender extends AppenderBase<ILoggingEvent> {
  private final OutputStream out;
  private final LogSettings settings;
  private final SecretMask mask;

  LineAppender(OutputStream out, LogSettings settings, SecretMask mask) {
    this.out = out;
    this.settings = settings;
    this.mask = mask;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (settings.level().shows(event)) {
      Diversion.in((LoggerContext) getContext())
          .ifPresentOrElse(
              taker -> divert(event, taker), () -> print(settings.format().lines(event, mask)));
    }
  }

  private void divert(ILoggingEvent event, LogTaker taker) {
    var thrown = Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString);
    taker.take(
        LogLevel.of(event).name(),
        mask.apply(String.valueOf(event.getFormattedMessage())),
        thrown.map(mask::apply));
  }

  private void print(String lines) {
    Printing.in((LoggerContext) getContext())
        .ifPresentOrElse(printer -> printer.print(lines), () -> write(lines));
  }

  private void write(String lines) {
    try {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      addError("Cannot write to the log", e); // nobody reads it any more: no reason to stop
    }
  }
}
