package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReliabilityPageTest {
  private static final Path PAGE = Path.of("docs", "reliability.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final String HEAD = "| fault | once | for ever |\n| --- | --- | --- |\n";
  private static final Pattern TEST_NAME = Pattern.compile("`([A-Z][A-Za-z]+Test)`");

  /** A refused connection has no reply to be garbled: it is tested on its own. */
  private static final String REFUSED =
      FaultCase.Effect.RETRIED.documented("connection refused (`RefusedConnectionTest`)");

  private static String table() {
    var faults = FaultCase.ALL.stream().map(FaultCase::documented);
    return Stream.concat(Stream.of(REFUSED), faults).collect(Collectors.joining("\n", HEAD, "\n"));
  }

  /** {@code mvn test -Dtest=ReliabilityPageTest -Dgolden.update} writes it; then read the diff. */
  @Test
  void shows_the_faults_that_are_tested() throws IOException {
    var page = Files.readString(PAGE);
    if (System.getProperty("golden.update") != null) {
      var before = page.contains(HEAD) ? page.substring(0, page.indexOf(HEAD)) : page;
      Files.writeString(PAGE, before + table());
    }

    assertThat(Files.readString(PAGE)).endsWith(table());
  }

  @Test
  void names_tests_that_exist() throws IOException {
    var named = TEST_NAME.matcher(Files.readString(PAGE)).results().map(MatchResult::group);
    try (Stream<Path> files = Files.walk(TESTS)) {
      var tests = files.map(file -> "`" + file.getFileName() + "`").toList();
      assertThat(named.map(name -> name.replaceFirst("`$", ".java`"))).isSubsetOf(tests);
    }
  }
}
