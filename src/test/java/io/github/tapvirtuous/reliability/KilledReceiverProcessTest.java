package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.TestFolder;
import io.github.tapvirtuous.testing.webhook.KeptGifts;
import io.github.tapvirtuous.testing.webhook.ReceiverProcess;
import io.github.tapvirtuous.testing.webhook.Senders;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever was answered with 200 is in the inbox, however the receiver ended. */
final class KilledReceiverProcessTest {
  private static final int KILLS = 20;
  private static final int SENDERS = 16;
  private static final int MOST_BETWEEN = 300;

  @RegisterExtension private final TestFolder folder = new TestFolder();

  @Test
  void every_event_that_was_taken_is_there_once_after_kills_under_load() throws Exception {
    var inbox = folder.path().resolve("inbox.db").toString();
    var random = new Random(20_260_302);
    var next = new AtomicLong(1);
    var taken = new HashSet<Long>();

    for (var kill = 0; kill < KILLS; kill++) {
      try (var receiver = ReceiverProcess.start(folder.path(), inbox)) {
        var senders =
            Senders.start(receiver.port(), SENDERS, next, 1 + random.nextInt(MOST_BETWEEN));
        senders.untilEnough();
        receiver.process().kill();
        taken.addAll(senders.taken());
      }
    }

    assertThat(KeptGifts.in(inbox)).doesNotHaveDuplicates().containsAll(taken);
  }
}
