package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.output.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Standard output as a message a line, and nothing besides. */
final class MessageLines {
  /** The platform breaks at twenty million; half of that is far enough from it. */
  private static final int LONGEST = 10_000_000;

  private MessageLines() {}

  /** Fails with the line that is no message. */
  static List<JsonNode> of(byte[] stdout) {
    var text = utf8(stdout);
    assertThat(text).as("no byte order mark").doesNotStartWith("\uFEFF");
    assertThat(text).as("the last line ends").matches("(?s).*\n|");
    var lines = new ArrayList<JsonNode>();
    for (var line : text.isEmpty() ? List.<String>of() : split(text)) {
      lines.add(message(line));
    }
    return List.copyOf(lines);
  }

  private static List<String> split(String text) {
    return Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
  }

  private static String utf8(byte[] stdout) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stdout)).toString();
    } catch (CharacterCodingException broken) {
      throw new AssertionError("stdout is UTF-8", broken);
    }
  }

  private static JsonNode message(String line) {
    assertThat(line.length()).as("a line is far below 20 million characters").isLessThan(LONGEST);
    try {
      var message = StrictJson.of(line);
      assertThat(message.isObject()).as("one message a line: " + line).isTrue();
      MessageRules.check(message);
      return message;
    } catch (JacksonException unreadable) {
      throw new AssertionError("one message a line: " + line, unreadable);
    }
  }
}
