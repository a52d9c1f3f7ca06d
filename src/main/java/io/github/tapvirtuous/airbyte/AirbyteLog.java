package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.log.LogTaker;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** The log as messages: who runs a source may throw its stderr away. */
public final class AirbyteLog implements LogTaker {
  private final AirbyteOutput out;

  public AirbyteLog(AirbyteOutput out) {
    this.out = out;
  }

  @Override
  public void take(String level, String message, Optional<String> stackTrace) {
    var line = JsonNodeFactory.instance.objectNode().put("type", "LOG");
    var log = line.putObject("log").put("level", word(level)).put("message", message);
    stackTrace.ifPresent(trace -> log.put("stack_trace", trace));
    try {
      out.say(line);
    } catch (OutputException nobodyReads) {
      return; // the next record or state tells
    }
  }

  private static String word(String level) {
    return switch (level) {
      case "WARNING" -> "WARN";
      case "CRITICAL" -> "FATAL";
      default -> level;
    };
  }
}
