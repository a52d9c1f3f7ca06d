package io.github.tapvirtuous.testing.process;

import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a program left behind.
 *
 * @param out all of its standard output, unless a file or another program took it
 * @param err all of its standard error
 */
public record Ran(long pid, int exitCode, String out, String err) implements Messages {
  /** This, if the program did what it should. */
  public Ran well() {
    if (exitCode != 0) {
      throw new AssertionError("It ended with " + exitCode + ".\n" + err + out);
    }
    return this;
  }

  public List<String> lines() {
    return out.lines().toList();
  }

  /** Standard output as one document, such as a catalog. */
  public JsonNode document() {
    return StrictJson.of(out);
  }

  @Override
  public List<JsonNode> messages() {
    return Messages.of(out).messages();
  }

  /** The lines of a tap's log that say why its exit code is not 0. */
  public List<String> fatal() {
    return err.lines().filter(line -> line.startsWith("CRITICAL ")).toList();
  }
}
