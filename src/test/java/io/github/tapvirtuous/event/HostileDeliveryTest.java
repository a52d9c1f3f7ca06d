package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.event.UnreadableDeliveryException.Flaw;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks, is too deep or too long, and what anybody may send. */
final class HostileDeliveryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"event\":\"GiftUpdate\"",
        "{}{}",
        "event=GiftUpdate",
        "<xml/>",
        "]"
      })
  void what_is_no_json_is_refused(String body) {
    assertThat(flaw(body.getBytes(UTF_8))).isEqualTo(Flaw.NOT_JSON);
  }

  @Test
  void bytes_of_any_kind_are_refused_or_read_but_never_end_in_a_bug() throws Exception {
    var body = Payloads.sample("giftUpdate.json").getBytes(UTF_8);
    for (int at = 0; at < body.length; at++) {
      var broken = body.clone();
      broken[at] = (byte) (at * 31);
      readOrRefused(broken);
      readOrRefused(Arrays.copyOf(body, at));
    }
  }

  private static void readOrRefused(byte[] body) {
    try {
      assertThat(Delivery.read(body, Payloads.RECEIVED).unknown()).isNotNegative();
    } catch (UnreadableDeliveryException refused) {
      assertThat(refused.flaw()).isEqualTo(Flaw.NOT_JSON);
    }
  }

  @Test
  void a_hundred_levels_do_no_harm_wherever_they_are() {
    for (var deep : List.of("[".repeat(100) + "]".repeat(100), nested(100))) {
      var inRecord = "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1,\"deep\":" + deep + "}}";

      assertThat(Payloads.only(inRecord).record()).contains(deep);
      assertThat(Payloads.only("{\"event\":\"GiftUpdate\",\"id\":1,\"x\":[" + deep + "]}").key())
          .isEqualTo(1);
      assertThat(Payloads.read(deep).nameless()).isEqualTo(1);
    }
  }

  private static String nested(int levels) {
    return "{\"id\":".repeat(levels) + "1" + "}".repeat(levels);
  }

  @Test
  void megabytes_of_brackets_are_refused_without_going_down_all_the_way() {
    var body = new byte[6_000_000];
    Arrays.fill(body, (byte) '[');

    assertThat(flaw(body)).isEqualTo(Flaw.TOO_DEEP);
    assertThat(flaw(nested(600).getBytes(UTF_8))).isEqualTo(Flaw.TOO_DEEP);
  }

  @Test
  void a_batch_of_megabytes_is_read() {
    var model = "{\"gift\":{\"id\":1,\"notes\":\"" + "x".repeat(1_000) + "\"}}";
    var models = String.join(",", Collections.nCopies(5_000, model));

    var delivery = Payloads.read("{\"event\":\"GiftUpdate\",\"models\":[" + models + "]}");

    assertThat(delivery.events()).hasSize(5_000);
    assertThat(delivery.events().get(4_999).place()).isEqualTo(4_999);
  }

  @Test
  void a_refusal_quotes_nothing() {
    assertThatThrownBy(() -> Delivery.read("Jane Roe".getBytes(UTF_8), Payloads.RECEIVED))
        .hasMessage("The body is not valid JSON.")
        .hasNoCause();
  }

  private static Flaw flaw(byte[] body) {
    try {
      throw new AssertionError(Delivery.read(body, Payloads.RECEIVED).toString());
    } catch (UnreadableDeliveryException refused) {
      return refused.flaw();
    }
  }
}
