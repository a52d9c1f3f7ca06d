package io.github.tapvirtuous.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.tapvirtuous.report.CurrentStream;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log as the Singer SDK's structured lines, one object each: {@code
 * {"level":"info","pid":7,"logger_name":"…","ts":1767225600.000,"thread_name":"main",
 * "app_name":"tap-virtuous","stream_name":"gifts","message":"…","extra":{}}}. Meltano takes a line
 * that lacks one of these keys (but {@code extra}) for plain text.
 */
record JsonLines(long pid) implements LineFormat {
  private static final String METRIC = "METRIC: ";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  @Override
  public String lines(ILoggingEvent event, SecretMask mask) {
    var json = MAPPER.createObjectNode();
    json.put("level", LogLevel.of(event).name().toLowerCase(Locale.ROOT));
    addOrigin(json, event);
    addMessage(json, event, mask.apply(String.valueOf(event.getFormattedMessage())));
    json.putObject("extra");
    var thrown = event.getThrowableProxy(); // null without an exception
    if (thrown != null) {
      json.set("exception", new ExceptionJson(mask).of(thrown));
    }
    return MAPPER.writeValueAsString(json) + "\n";
  }

  private void addOrigin(ObjectNode json, ILoggingEvent event) {
    json.put("pid", pid);
    json.put("logger_name", event.getLoggerName());
    json.put("ts", BigDecimal.valueOf(event.getTimeStamp(), 3));
    json.put("thread_name", event.getThreadName());
    json.put("app_name", "tap-virtuous");
    CurrentStream.in(event.getMDCPropertyMap())
        .ifPresentOrElse(
            stream -> json.put("stream_name", stream), () -> json.putNull("stream_name"));
  }

  private static void addMessage(ObjectNode json, ILoggingEvent event, String text) {
    metric(event, text)
        .ifPresentOrElse(
            metric -> json.put("message", "METRIC").set("metric_info", metric),
            () -> json.put("message", text));
  }

  private static Optional<ObjectNode> metric(ILoggingEvent event, String text) {
    if (!(METRIC + "{}").equals(event.getMessage()) || !text.startsWith(METRIC)) {
      return Optional.empty();
    }
    try {
      return MAPPER.readTree(text.substring(METRIC.length())).asObjectOpt();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
