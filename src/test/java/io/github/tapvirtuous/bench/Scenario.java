package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Something to measure. */
interface Scenario {
  String name();

  /** In a line. */
  String what();

  void measure(Path work, PrintStream out) throws IOException, InterruptedException;
}
