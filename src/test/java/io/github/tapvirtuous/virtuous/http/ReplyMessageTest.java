package io.github.tapvirtuous.virtuous.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.testing.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"message\":\"An error has occurred.\"}|An error has occurred.",
        "{\"error\":{\"code\":\"FORBIDDEN\",\"message\":\"No.\",\"details\":[]}}|FORBIDDEN: No.",
        "{\"error\":{\"code\":\"FORBIDDEN\"}}|FORBIDDEN",
        "{\"message\":\"two\\n\\tlines\\u2028three\\u0007\"}|two lines three",
        "{\"message\":\"the key v_key is bad\"}|the key *** is bad"
      })
  @Rule("LOG-3")
  void tells_the_message_of_a_known_shape_in_one_line(String body, String told) {
    assertThat(message(body)).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text",
        "<html>Jane Doe</html>",
        "[\"Jane Doe\"]",
        "\"Jane Doe\"",
        "{\"modelState\":{\"name\":[\"Jane Doe\"]}}",
        "{\"message\":{\"name\":\"Jane Doe\"}}",
        "{\"message\":\"cut"
      })
  @Rule("LOG-3")
  void tells_nothing_of_other_bodies(String body) {
    assertThat(message(body)).isEmpty();
  }

  @Test
  void a_long_message_is_cut() {
    assertThat(message("{\"message\":\"" + "x".repeat(5000) + "\"}")).hasSize(200);
  }

  @Test
  void deep_nesting_does_no_harm() {
    assertThat(message("[".repeat(60_000))).isEmpty();
  }

  private static String message(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var answer = new HttpReply(400, Map.of(), Bytes.of(bytes), Instant.EPOCH, Instant.EPOCH);
    return new ReplyMessage(new Secret("v_key")).of(answer);
  }
}
