package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** How large a room may be: files, methods and folders of the program. */
final class SizesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final int LONGEST_FILE = 200;
  private static final int LONGEST_METHOD = 25;
  private static final int FEWEST_FILES = 2;
  private static final int MOST_FILES = 15;

  @Test
  void no_file_is_longer_than_two_hundred_lines_of_code() throws IOException {
    for (var file : sources()) {
      assertThat(codeLines(file)).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE);
    }
  }

  private static long codeLines(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.map(String::strip).filter(SizesTest::isCode).count();
    }
  }

  private static boolean isCode(String line) {
    return !line.isEmpty()
        && Stream.of("//", "*", "/*", "import ", "package ").noneMatch(line::startsWith);
  }

  @Test
  void no_method_is_longer_than_twenty_five_lines() throws IOException {
    assertThat(methodsLongerThan(LONGEST_METHOD)).isEmpty();
  }

  @Test
  void the_longest_methods_are_found() throws IOException {
    assertThat(methodsLongerThan(LONGEST_METHOD / 2)).isNotEmpty();
  }

  @Test
  void a_folder_holds_two_to_fifteen_files() throws IOException {
    var files =
        sources().stream()
            .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("Main.java"))
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

    assertThat(files)
        .allSatisfy(
            (folder, count) -> assertThat(count).isBetween((long) FEWEST_FILES, (long) MOST_FILES));
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Map<String, Long> methodsLongerThan(int lines) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources());
      var task =
          (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
      var lengths = new Lengths(Trees.instance(task).getSourcePositions());
      task.parse().forEach(unit -> lengths.scan(unit, null));
      lengths.found.values().removeIf(length -> length <= lines);
      return lengths.found;
    }
  }

  /** The lines of each method, from its name to its last brace. */
  private static final class Lengths extends TreePathScanner<Void, Void> {
    private final SourcePositions positions;
    private final Map<String, Long> found = new TreeMap<>();

    Lengths(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      if (method.getBody() != null) {
        var unit = getCurrentPath().getCompilationUnit();
        var lines = unit.getLineMap();
        var first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        var last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        found.merge(
            unit.getSourceFile().getName() + " " + method.getName(), last - first + 1, Math::max);
      }
      return super.visitMethod(method, null);
    }
  }
}
