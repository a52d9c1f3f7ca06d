package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.TestFolder;
import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import io.github.tapvirtuous.testing.webhook.KeptGifts;
import io.github.tapvirtuous.testing.webhook.ReceiverProcess;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built receiver: it runs until a signal comes, and ends well. */
final class ReceiverProcessTest {
  @RegisterExtension private final TestFolder folder = new TestFolder();

  private String inbox() {
    return folder.path().resolve("inbox.db").toString();
  }

  private ReceiverProcess started(String... more) throws IOException {
    return ReceiverProcess.start(folder.path(), inbox(), more);
  }

  @Test
  void one_line_says_where_it_is() throws IOException {
    try (var receiver = started("--admin-listen", "127.0.0.1:0")) {
      assertThat(receiver.greeting())
          .matches(
              "\\S+Z INFO Takes events at http://127\\.0\\.0\\.1:\\d+/virtuous/events;"
                  + " http://127\\.0\\.0\\.1:\\d+/healthz says how it is\\.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void a_signal_ends_it_with_0_and_what_is_in_hand_is_finished(String signal) throws Exception {
    try (var receiver = started()) {
      var body = GiftEvents.body(1);
      var head = GiftEvents.head(body) + "Content-Length: " + body.length() + "\r\n";
      try (var idle = HookConnection.to(receiver.port());
          var inHand = HookConnection.to(receiver.port())) {
        assertThat(receiver.post(2).status()).isEqualTo(200);
        inHand.say(head + "Expect: 100-continue\r\n\r\n").untilGoOn();

        receiver.process().signal(signal);
        assertThat(idle.reply().status()).as("hung up on").isZero();
        inHand.say(body);

        assertThat(inHand.reply().status()).isEqualTo(200);
      }
      var ran = receiver.process().ended();
      assertThat(ran.exitCode()).as(ran.out()).isZero();
      assertThat(ran.out()).contains("INFO Stopped.").doesNotContain("WARNING", "ERROR");
    }
    assertThat(KeptGifts.in(inbox())).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void nothing_of_what_it_takes_or_refuses_is_said() throws Exception {
    try (var receiver = started()) {
      assertThat(receiver.post(7001).status()).isEqualTo(200);
      var body = GiftEvents.body(7002);
      var forged = GiftEvents.request(body).replace(GiftEvents.signature(body), "AAAA");
      assertThat(HookConnection.once(receiver.port(), forged).status()).isEqualTo(401);
      HookConnection.get(receiver.port(), "/jane-roe");
      HookConnection.once(receiver.port(), "jane roe\r\n\r\n");
      receiver.process().signal("TERM");

      var said = receiver.process().ended().out();

      assertThat(said).doesNotContain("700", GiftEvents.SECRET, "AAAA", "jane", "Signature:");
      assertThat(said.lines()).hasSizeLessThan(8);
    }
  }

  @Test
  void nothing_of_sqlite_stays_behind_when_it_is_killed() throws IOException {
    try (var receiver = started()) {
      receiver.post(1);
      receiver.process().kill();
    }

    try (var left = Files.list(folder.path().resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }
}
