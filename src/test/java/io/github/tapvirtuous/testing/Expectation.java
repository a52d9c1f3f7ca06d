package io.github.tapvirtuous.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what is to come out; one that is missing fails. {@code mvn test
 * -Dgolden.update} rewrites it: read the difference.
 */
public final class Expectation {
  private static final String HOW = " If that is right, write it with -Dgolden.update.";

  private Expectation() {}

  public static void matches(Path file, String actual) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    } else if (!Files.exists(file)) {
      fail(file + " is missing." + HOW);
    } else if (!actual.equals(Files.readString(file))) {
      fail(firstDifference(file, Files.readString(file), actual) + HOW);
    }
  }

  /** One line of each: whole files would be pages long. */
  private static String firstDifference(Path file, String expected, String actual) {
    var wanted = expected.split("\n", -1);
    var found = actual.split("\n", -1);
    var line = 0;
    while (line < wanted.length && line < found.length && wanted[line].equals(found[line])) {
      line++;
    }
    return file
        + " differs in line "
        + (line + 1)
        + ".\n  expected: "
        + at(wanted, line)
        + "\n  but came: "
        + at(found, line)
        + "\n";
  }

  private static String at(String[] lines, int index) {
    return index < lines.length ? lines[index] : "the end";
  }
}
