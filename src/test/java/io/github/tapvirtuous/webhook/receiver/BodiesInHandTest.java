package io.github.tapvirtuous.webhook.receiver;

import static io.github.tapvirtuous.testing.webhook.GiftEvents.body;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.head;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.webhook.HookReply;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The memory that bodies take is bounded, whoever sends them. */
final class BodiesInHandTest {
  private static final int ALL = 1_000_000;
  private static final int MOST_OF_IT = 900_000;

  @RegisterExtension private final TestReceiver receiver = new TestReceiver();

  @Test
  void while_too_much_is_in_hand_others_are_told_to_come_again() throws IOException {
    receiver.limits(TestLimits.holding(ALL)).start();
    var slow = body(1, MOST_OF_IT);
    try (var connection = receiver.connect()) {
      connection
          .say(head(slow) + "Content-Length: " + slow.length() + "\r\n\r\n")
          .say(slow.substring(0, MOST_OF_IT - 1));

      var refused = untilRefused();
      connection.say(slow.substring(MOST_OF_IT - 1));

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("retry-after")).isEqualTo("30");
      assertThat(connection.reply().status()).isEqualTo(200);
    }
    assertThat(receiver.untilTaken(request(body(2, MOST_OF_IT))).status()).isEqualTo(200);
    assertThat(receiver.kept()).contains(1L, 2L);
  }

  /** The first bodies may come before the slow one has filled its place. */
  private HookReply untilRefused() throws IOException {
    var reply = receiver.send(request(body(3, MOST_OF_IT)));
    while (reply.status() == 200) {
      reply = receiver.send(request(body(3, MOST_OF_IT)));
    }
    return reply;
  }

  @Test
  void what_was_refused_or_broken_off_takes_no_place() throws IOException {
    receiver.limits(TestLimits.holding(ALL)).start();
    for (var i = 0; i < 5; i++) {
      receiver.send(request(body(1, MOST_OF_IT)).replace("Signature", "Other"));
      receiver.send(request("no".repeat(MOST_OF_IT / 2)));
      try (var connection = receiver.connect()) {
        connection
            .say(head("") + "Content-Length: 900000\r\n\r\n" + "1".repeat(MOST_OF_IT / 2))
            .end()
            .reply();
      }
    }

    assertThat(receiver.untilTaken(request(body(1, MOST_OF_IT))).status()).isEqualTo(200);
  }
}
