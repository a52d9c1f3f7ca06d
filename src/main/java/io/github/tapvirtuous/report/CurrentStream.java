package io.github.tapvirtuous.report;

import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** The stream that a thread works for: structured logs name it in each of the thread's lines. */
public final class CurrentStream {
  private static final String KEY = "stream";

  private CurrentStream() {}

  public static void begin(String stream) {
    MDC.put(KEY, stream);
  }

  public static void end() {
    MDC.remove(KEY);
  }

  /** Its name in the context of a line of the log. */
  public static Optional<String> in(Map<String, String> context) {
    return Optional.ofNullable(context.get(KEY));
  }
}
