package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orchestrators add what they have to what people ask for. */
final class ArgumentsTogetherTest {
  private static final List<String> OPTIONS =
      List.of("--state", "--catalog", "--test", "--discover", "--about");

  @RegisterExtension private final Tap tap = new Tap();

  static Stream<List<String>> sets() {
    return IntStream.range(0, 1 << OPTIONS.size())
        .mapToObj(
            set ->
                IntStream.range(0, OPTIONS.size())
                    .filter(option -> (set >> option & 1) == 1)
                    .mapToObj(OPTIONS::get)
                    .toList());
  }

  @ParameterizedTest
  @MethodSource("sets")
  @Rule("CLI-3")
  void are_taken_in_any_set_and_the_one_that_writes_least_is_done(List<String> options) {
    tap.tables("gifts");
    var catalog = tap.file("catalog.json", tap.discover().text());
    var arguments = new ArrayList<String>();
    for (var option : options) {
      arguments.add(option);
      switch (option) {
        case "--state" -> arguments.add(tap.file("state.json", "{\"bookmarks\":{}}"));
        case "--catalog" -> arguments.add(catalog);
        default -> {}
      }
    }

    var run = tap.sync(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.logText()).isZero();
    if (options.contains("--about")) {
      assertThat(run.text()).startsWith("tap-virtuous ");
    } else if (options.contains("--discover")) {
      assertThat(run.document().path("streams").size()).isEqualTo(1);
    } else {
      assertThat(run.records("gifts")).hasSize(options.contains("--test") ? 1 : 4);
      SingerOutput.check(run.stdout());
    }
  }
}
