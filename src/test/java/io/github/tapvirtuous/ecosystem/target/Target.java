package io.github.tapvirtuous.ecosystem.target;

import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import java.util.Map;

/** A real target with a place of its own to store rows in, empty at first. */
public interface Target extends Store {
  /** Makes a target with nothing in it yet, whose files lie in a folder. */
  interface Maker {
    Target in(Path folder, int batchRows);
  }

  /** Of its package, with the version. */
  String name();

  /** The program, which reads a tap's messages from its standard input. */
  Launch program();

  /** What the tap has to be told in front of this target. */
  default Map<String, Object> tapSettings() {
    return manners().contains(Manner.TIMES_AS_TEXT) ? Map.of("date_times", "text") : Map.of();
  }

  /** The types of a stream's columns, in the target's words; none if it has no table yet. */
  Map<String, String> columnTypes(String stream);
}
