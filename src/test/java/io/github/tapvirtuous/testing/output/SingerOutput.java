package io.github.tapvirtuous.testing.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Holds what a sync wrote against the rules that targets rely on. */
public final class SingerOutput {
  private final Map<String, StreamRules> streams = new HashMap<>();
  private JsonNode state = MissingNode.getInstance();

  private SingerOutput() {}

  /** Fails with the rule and the line that breaks it. */
  public static void check(byte[] stdout) {
    var messages = messages(stdout);
    assertThat(type(messages.get(0))).as("ST-3: the first line").isEqualTo("STATE");
    assertThat(type(messages.get(messages.size() - 1)))
        .as("ST-4: the last line")
        .isEqualTo("STATE");
    var output = new SingerOutput();
    messages.forEach(output::check);
    for (int line = 1; line < messages.size(); line++) {
      if (type(messages.get(line - 1)).equals("ACTIVATE_VERSION")) {
        checkAfter(messages.get(line - 1), messages.get(line));
      }
    }
  }

  private static List<JsonNode> messages(byte[] stdout) {
    var text = utf8(stdout);
    assertThat(text).as("OUT-3: no byte order mark").doesNotStartWith("\uFEFF");
    assertThat(text).as("OUT-2: the last line ends").endsWith("\n");
    var messages = new ArrayList<JsonNode>();
    for (var line : Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1))) {
      assertThat(line).as("OUT-2: one object a line").startsWith("{").endsWith("}");
      messages.add(StrictJson.of(line));
    }
    return messages;
  }

  private static String utf8(byte[] stdout) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stdout)).toString();
    } catch (CharacterCodingException broken) {
      throw new AssertionError("OUT-3: stdout is not UTF-8", broken);
    }
  }

  private static String type(JsonNode message) {
    return message.path("type").asString("");
  }

  private void check(JsonNode message) {
    switch (type(message)) {
      case "SCHEMA" -> streams.put(stream(message), new StreamRules(message));
      case "RECORD" -> rules(message).check(message);
      case "ACTIVATE_VERSION" -> rules(message).checkActivation(message);
      case "STATE" -> checkState(message.path("value"));
      default -> throw new AssertionError("OUT-4, OUT-5: " + message);
    }
  }

  /** The state that does not need those rows any more follows, and says the version. */
  private static void checkAfter(JsonNode activation, JsonNode next) {
    var bookmark = next.path("value").path("bookmarks").path(stream(activation));
    assertThat(type(next)).as("REC-10: behind " + activation).isEqualTo("STATE");
    assertThat(bookmark.path("complete").asBoolean(false)).as("REC-10: " + next).isTrue();
    assertThat(bookmark.path("version")).as("REC-10").isEqualTo(activation.path("version"));
  }

  private StreamRules rules(JsonNode message) {
    return Optional.ofNullable(streams.get(stream(message)))
        .orElseThrow(() -> new AssertionError("SCH-1: no SCHEMA before " + message));
  }

  private static String stream(JsonNode message) {
    var stream = message.path("stream").asString("");
    assertThat(stream).as("the stream of " + message).matches("[A-Za-z_]+");
    return stream;
  }

  private void checkState(JsonNode value) {
    assertThat(value.path("bookmarks").isObject()).as("ST-1: " + value).isTrue();
    checkNothingRemoved(state, value, "value");
    state = value;
  }

  private static void checkNothingRemoved(JsonNode before, JsonNode now, String place) {
    for (var known : before.properties()) {
      var path = place + "." + known.getKey();
      assertThat(now.has(known.getKey())).as("ST-6: " + path + " is gone").isTrue();
      if (known.getValue().isObject() && now.path(known.getKey()).isObject()) {
        checkNothingRemoved(known.getValue(), now.path(known.getKey()), path);
      }
    }
  }
}
