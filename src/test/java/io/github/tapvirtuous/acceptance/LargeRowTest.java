package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no destination could read is not left to it to fail on. */
final class LargeRowTest {
  private static final String ROW = "{\"id\":7,\"notes\":\"%s\"}".formatted("n".repeat(15_000_001));

  @RegisterExtension
  private final Tap tap = new Tap().tables("gifts", "projects").set("max_concurrent_requests", 1);

  private final Source source = Source.inProcess(tap);

  @Test
  void a_row_longer_than_destinations_read_fails_its_stream_alone_and_in_words() {
    tap.serves(StandIn.builder().rows("gifts", ROW));

    var run = source.read(source.discovered()).endedWith(1);

    var output = run.output();
    assertThat(output.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path("message").stringValue())
                  .contains("gifts", "the row with the key 7", "Deselect the column");
              assertThat(error.path("failure_type").stringValue()).isEqualTo("config_error");
            });
    assertThat(output.rows("gifts")).isEmpty();
    assertThat(output.ending("gifts")).isEqualTo("INCOMPLETE");
    assertThat(output.rows("projects")).isNotEmpty();
    assertThat(output.ending("projects")).isEqualTo("COMPLETE");
  }
}
