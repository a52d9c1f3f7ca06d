package io.github.tapvirtuous.ecosystem.pipeline;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a pipeline.
 *
 * @param output what its last program printed: of a target, states
 */
public record Ended(int tapCode, String tapLog, int readerCode, String readerLog, String output) {
  /** The states that a target has published, the oldest first. */
  public List<JsonNode> states() {
    return output
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  /** The state to start the next run from, as an orchestrator keeps it. */
  public Optional<JsonNode> state() {
    return states().stream().reduce((older, newer) -> newer);
  }

  /** Why a run of the tap failed. */
  public List<String> fatal() {
    return tapLog.lines().filter(line -> line.startsWith("CRITICAL")).toList();
  }
}
