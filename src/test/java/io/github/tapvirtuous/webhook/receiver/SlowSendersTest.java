package io.github.tapvirtuous.webhook.receiver;

import static io.github.tapvirtuous.testing.webhook.GiftEvents.body;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.head;
import static io.github.tapvirtuous.testing.webhook.GiftEvents.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.webhook.Dripping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes long, or says nothing at all, keeps nobody out. */
@Tag("slow")
final class SlowSendersTest {
  private static final long GOOD = 9999;
  private static final int CROWD = 2000;

  @RegisterExtension private final TestReceiver receiver = new TestReceiver();

  @AfterEach
  void a_good_event_is_still_taken() throws IOException {
    assertThat(receiver.untilTaken(request(body(GOOD))).status()).isEqualTo(200);
    assertThat(receiver.kept()).contains(GOOD);
    assertThat(receiver.log()).hasSizeLessThan(15).noneMatch(line -> line.startsWith("ERROR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "POST ", "POST /virtuous/events HTTP/1.1\r\n", "POST / HTTP/1.1\r\nHost: a"})
  void a_head_that_does_not_go_on_is_hung_up_on(String start) throws IOException {
    receiver.limits(TestLimits.idlingShortly()).start();
    try (var connection = receiver.connect()) {
      assertThat(connection.say(start).reply().status()).isIn(0, 400, 408);
    }
  }

  @Test
  void a_body_that_does_not_go_on_is_hung_up_on() throws IOException {
    receiver.limits(TestLimits.idlingShortly()).start();
    try (var connection = receiver.connect()) {
      connection.say(head(body(1)) + "Content-Length: 500\r\n\r\n{\"event\"");

      assertThat(connection.reply().status()).isIn(0, 408);
    }
    assertThat(receiver.kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Slow: ", "Content-Length: 500000\r\n\r\n["})
  void bytes_now_and_then_do_not_keep_a_connection(String start) throws IOException {
    receiver.limits(TestLimits.sayingItShortly()).start();
    try (var connection = receiver.connect()) {
      connection.say(head(body(1)) + start);

      try (var dripping = Dripping.into(connection)) {
        assertThat(dripping.reply().status()).isIn(0, 408);
      }
    }
    assertThat(receiver.log()).anyMatch(line -> line.contains("took too long"));
  }

  @Test
  void a_crowd_that_says_nothing_does_not_keep_others_out() throws IOException {
    receiver.limits(TestLimits.impatientInCrowds()).start();
    var crowd = new ArrayList<SocketChannel>();
    try {
      for (var i = 0; i < CROWD; i++) {
        var channel = SocketChannel.open();
        crowd.add(channel);
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port()));
      }
      assertThat(receiver.untilTaken(request(body(1))).status()).isEqualTo(200);
    } finally {
      for (var channel : crowd) {
        channel.close();
      }
    }
  }
}
