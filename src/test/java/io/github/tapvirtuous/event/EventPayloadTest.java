package io.github.tapvirtuous.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventPayloadTest {
  static Stream<Path> samples() throws IOException {
    return Payloads.samples().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_event_comes_back_as_it_was(Path sample) throws IOException {
    for (var event : Payloads.read(Files.readString(sample)).events()) {
      assertThat(Payloads.only(event.toPayload())).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"GiftDelete\",\"id\":7,\"gift\":{\"amount\":1.10}}",
        "{\"event\":\"GiftDelete\",\"id\":7}",
        "{\"event\":\"GiftDelete\",\"eventId\":\"a\\\"b\\u2028\",\"gift\":{\"id\":\"7\"}}",
        "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":7,\"data\":{\"id\":8},\"x\\ny\":\"\\r\\n\"}}",
        "{\"event\":\"ContactDelete\",\"contact\":{\"id\":7}}",
      })
  void odd_ones_too(String body) {
    var event = Payloads.only(body);

    assertThat(Payloads.only(event.toPayload())).isEqualTo(event);
    assertThat(event.toPayload()).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void a_place_in_a_batch_is_kept() {
    var batch =
        Payloads.read(
            "{\"event\":\"GiftUpdate\",\"eventId\":\"e\",\"models\":[{\"id\":1},{\"id\":2}]}");

    var second = batch.events().get(1);

    assertThat(second.toPayload())
        .isEqualTo(
            "{\"event\":\"giftUpdate\",\"eventId\":\"e\","
                + "\"eventDateTimeUtc\":\"2026-03-01T02:00:00Z\",\"place\":1,\"id\":2,"
                + "\"gift\":{\"id\":2}}");
    assertThat(Payloads.only(second.toPayload())).isEqualTo(second);
  }

  @Test
  void nothing_of_a_row_is_in_its_words() {
    var event = Payloads.only("{\"event\":\"GiftUpdate\",\"gift\":{\"id\":7,\"name\":\"Roe\"}}");

    assertThat(event).hasToString("giftUpdate 7 at 2026-03-01T02:00:00Z");
  }
}
