package io.github.tapvirtuous.testing;

import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What came of one command line in this process.
 *
 * @param stdout every byte of it
 * @param log {@code LEVEL message}, with stack traces
 * @param shown the same without stack traces, with secrets masked as they were known by then
 * @param waits as they were asked for; nobody slept
 */
@SuppressWarnings("ArrayRecordComponent")
public record TapRun(
    int exitCode, byte[] stdout, List<String> log, List<String> shown, List<Duration> waits)
    implements Messages {
  public String text() {
    return new String(stdout, StandardCharsets.UTF_8);
  }

  public List<String> lines() {
    return text().lines().toList();
  }

  /** Standard output as one document, such as a catalog. */
  public JsonNode document() {
    return StrictJson.of(text());
  }

  @Override
  public List<JsonNode> messages() {
    return Messages.of(text()).messages();
  }

  /** The log as one text. */
  public String logText() {
    return String.join("\n", log);
  }

  /** What it said of being wrong, each in one event of the log. */
  public List<String> errors() {
    return log.stream().filter(each -> each.startsWith("ERROR ")).toList();
  }

  public List<String> warnings() {
    return log.stream().filter(each -> each.startsWith("WARN ")).toList();
  }

  /** What its reader would be handed after a failure. */
  @Override
  public String toString() {
    return "exit " + exitCode + "\n" + logText() + "\n" + text();
  }
}
