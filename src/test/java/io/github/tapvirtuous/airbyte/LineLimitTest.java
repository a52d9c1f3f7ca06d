package io.github.tapvirtuous.airbyte;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.row.Pages;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** No line is longer than those who read it can take. */
final class LineLimitTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AirbyteMessages messages = messages();

  private AirbyteMessages messages() {
    var output = new AirbyteOutput(out);
    var catalog = ConfiguredCatalog.of(new JsonMapper().readTree("{\"streams\":[]}"));
    return new AirbyteMessages(output, new StreamStatuses(output, CLOCK), catalog, CLOCK);
  }

  private void rows(String... rows) {
    var page = Pages.of(Stream.of(rows).map(row -> row.getBytes(UTF_8)).toList());
    messages.rows("gifts", page, Instant.EPOCH, RowVersion.NONE);
  }

  private List<String> lines() {
    messages.checkpoint("gifts", Checkpoint.empty(), 0);
    return out.toString(UTF_8).lines().toList();
  }

  private static String rowOf(int bytes) {
    var frame = "{\"notes\":\"\"}".length();
    return "{\"notes\":\"" + "n".repeat(bytes - frame) + "\"}";
  }

  @Test
  void a_longer_row_fails_its_stream_before_any_of_its_page_leaves() {
    assertThatThrownBy(() -> rows("{\"id\":1}", rowOf(LineLimit.ROW_BYTES + 1)))
        .isInstanceOf(SourceException.class)
        .hasMessageContainingAll("gifts: ", "15000001 bytes", "Deselect the column");
    assertThat(lines()).noneMatch(line -> line.contains("RECORD"));
  }

  @Test
  void the_longest_row_makes_a_line_that_every_reader_takes() {
    rows(rowOf(LineLimit.ROW_BYTES));

    assertThat(lines())
        .anyMatch(line -> line.contains("RECORD"))
        .allMatch(line -> line.length() < 16 << 20);
  }
}
