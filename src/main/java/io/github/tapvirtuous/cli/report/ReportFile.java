package io.github.tapvirtuous.cli.report;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.file.NewFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a run report goes. The report before stays there until the new one is whole.
 *
 * @param said what named it, for the beginning of a message
 * @param name what it is to the user, likewise
 */
record ReportFile(Path path, String said, String name) {
  private static final Logger LOG = LoggerFactory.getLogger(ReportFile.class);
  private static final String ANOTHER = "Name a file of its own.";
  private static final int LOOKED_AT = 100;

  /** What the shell may have sent to a file: a report there would take its place. */
  private static final Map<Path, String> STREAMS =
      Map.of(
          Path.of("/dev/stdout"), "run's standard output",
          Path.of("/dev/stderr"), "run's standard error");

  /**
   * Makes sure that there can be such a file, as far as that is known before. That this user may
   * not write there is but a warning: rows matter more than a report.
   *
   * @param by what named it, such as {@code "--report"}
   * @param inputs files that the run reads, each with what it is
   * @throws ConfigException when it can be no file of the user's own
   */
  static ReportFile of(String by, String given, Map<Path, String> inputs) {
    var said = by + " is \"" + KeyText.shown(given) + '"';
    if (given.equals("-")) {
      throw new ConfigException(
          said + ", but standard output is for messages alone.", "Name a file.");
    }
    var path = path(said, given);
    checkPlace(said, path);
    var file = new ReportFile(path, said, "The report " + KeyText.shown(given));
    file.checkOthers(STREAMS);
    file.checkOthers(inputs);
    file.checkContent();
    file.warnIfUnwritable();
    return file;
  }

  /** Behind a link: what it leads to is replaced, and the link stays. */
  private static Path path(String said, String given) {
    try {
      var path = Path.of(given).toAbsolutePath();
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (InvalidPathException | IOException unusable) {
      throw new ConfigException(said + ", which is no path.", "Name a file.", unusable);
    }
  }

  private static void checkPlace(String said, Path path) {
    var folder = path.getParent();
    if (Files.isDirectory(path)) {
      throw new ConfigException(said + ", which is a folder.", "Name a file in it.");
    } else if (folder == null || !Files.isDirectory(folder)) {
      throw new ConfigException(
          said + ", which lies in no folder that exists.", "Make the folder, or name another.");
    } else if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new ConfigException(said + ", which is a device or a pipe.", "Name a file.");
    }
  }

  /** Throws where it is one of these, each with what it is. */
  void checkOthers(Map<Path, String> others) {
    others.forEach(
        (other, what) -> {
          if (isSame(path, other)) {
            throw new ConfigException(said + ", which is also the " + what + ".", ANOTHER);
          }
        });
  }

  /** Only a report is replaced: another file was named by mistake, and may be the only copy. */
  private void checkContent() {
    if (Files.exists(path) && !isReport()) {
      throw new ConfigException(said + ", which holds something else than a report.", ANOTHER);
    }
  }

  private boolean isReport() {
    try (var file = Files.newInputStream(path)) {
      var begin = new String(file.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
      return begin.isEmpty() || begin.replaceAll("\\s", "").startsWith(RunReportJson.BEGIN);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isSame(Path path, Path other) {
    try {
      return Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other);
    } catch (IOException unknown) {
      return false;
    }
  }

  private void warnIfUnwritable() {
    var folder = path.getParent();
    if (folder != null && !Files.isWritable(folder)) {
      LOG.warn(
          "{} cannot be written: this user may write nothing in its folder. Give this user that"
              + " right, or name another file. The run goes on without.",
          name);
    }
  }

  void write(String text) throws IOException {
    try (var file = NewFile.inPlaceOf(path)) {
      file.write(text);
    }
  }
}
