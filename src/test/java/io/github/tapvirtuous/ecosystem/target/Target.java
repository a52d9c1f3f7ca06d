package io.github.tapvirtuous.ecosystem.target;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A real target with a place of its own to store rows in, empty at first. */
public interface Target {
  /** As its documentation names it, with its version. */
  String name();

  /** The program, which reads a tap's messages from its standard input. */
  ProcessBuilder program();

  /** What the tap has to be told in front of this target. */
  default Map<String, Object> tapSettings() {
    return Map.of();
  }

  /** All that it does differently from storing what was sent. */
  Set<Manner> manners();

  /** Rows of a stream in no order, each an object with all digits; none if it has no table yet. */
  List<JsonNode> rows(String stream);

  /** The types of a stream's columns, in the target's words; none if it has no table yet. */
  Map<String, String> columnTypes(String stream);
}
