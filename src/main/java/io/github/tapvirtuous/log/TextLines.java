package io.github.tapvirtuous.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The log as text: {@code 2026-11-26T23:17:45Z INFO message}, time and level before each physical
 * line; but programs look for {@code CRITICAL} and {@code INFO METRIC:} at the start of a line. A
 * line that begins with two spaces goes on with the one before it.
 *
 * @param level whether to say time and level; without them only lines that would pass for JSON have
 *     the level, since Meltano reads stderr and stdout together when it tests a config
 */
record TextLines(boolean level) implements LineFormat {
  private static final String METRIC = "METRIC: ";
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern LIKE_JSON =
      Pattern.compile(
          "\\{.*|\\[.*|\".*|-?[0-9][0-9.eE+-]*|-?Infinity|NaN|true|false|null", Pattern.DOTALL);

  @Override
  public String lines(ILoggingEvent event, SecretMask mask) {
    var text = mask.apply(text(event)).stripTrailing();
    var prefix = time(event, text) + LogLevel.of(event).name() + " ";
    var lines = new StringBuilder();
    for (var line : LINE_END.split(text, -1)) {
      lines.append(isPrefixed(line, event) ? prefix : "").append(line).append('\n');
    }
    return lines.toString();
  }

  private String time(ILoggingEvent event, String text) {
    var isLookedFor = isFatal(event) || text.startsWith(METRIC);
    return level && !isLookedFor ? time(event.getTimeStamp()) + " " : "";
  }

  private boolean isPrefixed(String line, ILoggingEvent event) {
    var isPlain = level && (isFatal(event) || !line.startsWith("  "));
    return isPlain || LIKE_JSON.matcher(line.strip()).matches();
  }

  private static boolean isFatal(ILoggingEvent event) {
    return LogLevel.of(event) == LogLevel.CRITICAL;
  }

  private static String text(ILoggingEvent event) {
    var message = String.valueOf(event.getFormattedMessage());
    var thrown = event.getThrowableProxy(); // null without an exception
    return thrown == null ? message : message + "\n" + ThrowableProxyUtil.asString(thrown);
  }

  /** {@code 2026-11-26T23:17:45Z}; a formatter would cost each start its time. */
  private static String time(long epochMillis) {
    var time = LocalDateTime.ofEpochSecond(Math.floorDiv(epochMillis, 1000L), 0, ZoneOffset.UTC);
    var text = new StringBuilder(20).append(time.getYear());
    append(text, '-', time.getMonthValue());
    append(text, '-', time.getDayOfMonth());
    append(text, 'T', time.getHour());
    append(text, ':', time.getMinute());
    append(text, ':', time.getSecond());
    return text.append('Z').toString();
  }

  private static void append(StringBuilder text, char before, int twoDigits) {
    text.append(before).append(twoDigits < 10 ? "0" : "").append(twoDigits);
  }
}
