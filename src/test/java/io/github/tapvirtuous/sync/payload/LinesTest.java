package io.github.tapvirtuous.sync.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinesTest {
  @Test
  void a_line_end_ends_a_line_and_begins_none() throws IOException {
    assertThat(lines("")).isEmpty();
    assertThat(lines("a")).containsExactly("a");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("\na\n\n")).containsExactly("", "a", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {65_534, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 200_000})
  void lines_of_any_length_are_whole(int length) throws IOException {
    var line = "x".repeat(length);

    assertThat(lines(line)).containsExactly(line);
    assertThat(lines(line + "\ny")).containsExactly(line, "y");
    assertThat(lines("y\n" + line + "\n" + line + "\n")).containsExactly("y", line, line);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_534, 65_535, 65_536, 200_000})
  void what_follows_a_line_is_had_whole(int length) throws IOException {
    var rest = "y".repeat(length);
    var text = Lines.of(("{\n" + rest).getBytes(UTF_8));
    var first = text.next().orElseThrow();

    assertThat(new String(text.from(first), UTF_8)).isEqualTo("{\n" + rest);
  }

  private static List<String> lines(String text) throws IOException {
    var lines = Lines.of(text.getBytes(UTF_8));
    var found = new ArrayList<String>();
    for (var next = lines.next(); next.isPresent(); next = lines.next()) {
      found.add(new String(next.get(), UTF_8));
    }
    return found;
  }
}
