package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something to measure. */
interface Scenario {
  String name();

  /** In a line. */
  String what();

  /** Measures it, with files in the folder. */
  List<Figure> figures(Path work) throws IOException, InterruptedException;
}
