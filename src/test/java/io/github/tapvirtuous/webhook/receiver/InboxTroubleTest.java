package io.github.tapvirtuous.webhook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.inbox.SmallInbox;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import io.github.tapvirtuous.webhook.receiver.FaultyInbox.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing is answered with 200 that the inbox has not taken. */
final class InboxTroubleTest {
  private static final int PAGES = 40;
  private static final int BYTES = 2048;

  @RegisterExtension private final TestReceiver receiver = new TestReceiver();

  @Test
  void while_the_inbox_is_away_senders_are_told_to_come_again_and_later_it_goes_on()
      throws IOException {
    var inboxes = new ArrayList<FaultyInbox>();
    receiver.around(real -> added(inboxes, new FaultyInbox(real))).start();
    var inbox = inboxes.get(0);

    inbox.is(Fault.AWAY);
    var refused = receiver.post(7001);
    var unready = HookConnection.get(receiver.port(), "/readyz");
    inbox.is(Fault.NONE);
    var taken = receiver.post(7001);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("retry-after")).isEqualTo("30");
    assertThat(unready.status()).isEqualTo(503);
    assertThat(HookConnection.get(receiver.port(), "/healthz").status()).isEqualTo(200);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(HookConnection.get(receiver.port(), "/readyz").status()).isEqualTo(200);
    assertThat(receiver.kept()).containsExactly(7001L);
  }

  @Test
  void an_inbox_that_says_nothing_is_not_waited_for_for_ever() throws IOException {
    var inboxes = new ArrayList<FaultyInbox>();
    receiver
        .limits(TestLimits.answering(Duration.ofMillis(100)))
        .around(real -> added(inboxes, new FaultyInbox(real)))
        .start();
    inboxes.get(0).is(Fault.SILENT);

    assertThat(receiver.post(7001).status()).isEqualTo(503);
  }

  @Test
  void what_does_not_fit_into_memory_gets_its_answer_and_the_next_is_taken() throws IOException {
    var inboxes = new ArrayList<FaultyInbox>();
    receiver.around(real -> added(inboxes, new FaultyInbox(real))).start();

    inboxes.get(0).is(Fault.TOO_LARGE);
    var refused = receiver.post(7001);
    inboxes.get(0).is(Fault.NONE);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(receiver.post(7001).status()).isEqualTo(200);
  }

  @Test
  void on_a_full_disk_what_was_answered_with_200_is_there_and_room_lets_it_go_on()
      throws IOException {
    var file = receiver.folder().path().resolve("small.db");
    receiver.start(SmallInbox.open(file, PAGES));
    var taken = new ArrayList<Long>();

    var gift = 1L;
    while (receiver.send(big(gift)).status() == 200) {
      taken.add(gift++);
    }
    var reply = receiver.send(big(gift));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(receiver.kept()).containsExactlyElementsOf(taken);
    receiver.inbox().purge(TableMap.named("gifts").orElseThrow(), taken.size(), List.of());
    assertThat(receiver.send(big(gift)).status()).isEqualTo(200);
    assertThat(receiver.kept()).containsExactly(gift);
  }

  private static String big(long gift) {
    return GiftEvents.request(GiftEvents.body(gift, BYTES));
  }

  private static FaultyInbox added(List<FaultyInbox> all, FaultyInbox inbox) {
    all.add(inbox);
    return inbox;
  }
}
