package io.github.tapvirtuous.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** A log of its own, set up for an environment; keeps what it writes. */
final class FreshLog {
  private static final Pattern TIME =
      Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ (?=[A-Z]+ )");

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  FreshLog(Map<String, String> environment) {
    context.setMDCAdapter(MDC.getMDCAdapter());
    new LogConfigurator(environment, out).configure(context);
  }

  LoggerContext context() {
    return context;
  }

  Logger ours() {
    return context.getLogger("io.github.tapvirtuous.cli.Tap");
  }

  Logger foreign() {
    return context.getLogger("com.networknt.schema.Schema");
  }

  /** Without times, which differ. */
  String text() {
    return TIME.matcher(dated()).replaceAll("");
  }

  String dated() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return text().lines().toList();
  }
}
