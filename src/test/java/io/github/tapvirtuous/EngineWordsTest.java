package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine knows no protocol, and does not speak as if there were one alone. */
final class EngineWordsTest {
  private static final Path HOUSE = Path.of("src/main/java/io/github/tapvirtuous");
  private static final Pattern OF_A_PROTOCOL =
      Pattern.compile("(?i)singer|meltano|airbyte|catalog|--discover");

  @ParameterizedTest
  @ValueSource(
      strings = {"sync", "message", "virtuous", "row", "event", "report", "table", "json", "text"})
  void no_word_of_the_engine_is_of_one_protocol(String room) throws IOException {
    try (var files = Files.walk(HOUSE.resolve(room))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .isNotEmpty()
            .noneMatch(line -> OF_A_PROTOCOL.matcher(line).find());
      }
    }
  }
}
