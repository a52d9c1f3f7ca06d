package io.github.tapvirtuous.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.regex.Pattern;

/**
 * The log as text: {@code INFO message}, the level before each physical line.
 *
 * @param level whether to say the level; without it only lines that would pass for JSON have it,
 *     since Meltano reads stderr and stdout together when it tests a config
 */
record TextLines(boolean level) implements LineFormat {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern LIKE_JSON =
      Pattern.compile(
          "\\{.*|\\[.*|\".*|-?[0-9][0-9.eE+-]*|-?Infinity|NaN|true|false|null", Pattern.DOTALL);

  @Override
  public String lines(ILoggingEvent event, SecretMask mask) {
    var prefix = LogLevel.of(event).name() + " ";
    var lines = new StringBuilder();
    for (var line : LINE_END.split(mask.apply(text(event)).stripTrailing(), -1)) {
      var prefixed = level || LIKE_JSON.matcher(line.strip()).matches();
      lines.append(prefixed ? prefix : "").append(line).append('\n');
    }
    return lines.toString();
  }

  private static String text(ILoggingEvent event) {
    var message = String.valueOf(event.getFormattedMessage());
    var thrown = event.getThrowableProxy(); // null without an exception
    return thrown == null ? message : message + "\n" + ThrowableProxyUtil.asString(thrown);
  }
}
