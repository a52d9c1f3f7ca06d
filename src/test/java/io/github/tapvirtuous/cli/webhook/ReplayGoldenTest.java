package io.github.tapvirtuous.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Expectation;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code .json} below {@code webhooks} is a body, and the {@code .jsonl} beside it what comes
 * of it.
 */
final class ReplayGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/webhooks");

  @RegisterExtension private final Tap tap = new Tap();

  static Stream<Path> bodies() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.endsWith("signature_vectors.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_becomes_the_messages_beside_it(Path body) throws IOException {
    var run = tap.run("webhook", "replay", body.toString());

    Expectation.matches(Path.of(body + "l"), run.text());
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.warnings()).isEmpty();
    SingerOutput.check(run.stdout());
  }
}
