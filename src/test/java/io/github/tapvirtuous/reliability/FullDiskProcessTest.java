package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tapvirtuous.testing.TapProcess;
import io.github.tapvirtuous.testing.TestFolder;
import io.github.tapvirtuous.testing.process.SmallDisk;
import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import io.github.tapvirtuous.testing.webhook.KeptGifts;
import io.github.tapvirtuous.testing.webhook.ReceiverProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A receiver on a disk that is full, and on one that takes no changes. */
final class FullDiskProcessTest {
  private static final int BYTES = 2048;

  @RegisterExtension private final TestFolder folder = new TestFolder();

  @Test
  void what_was_taken_is_there_and_with_more_room_or_less_it_says_what_to_do() throws Exception {
    var mounted = SmallDisk.at(folder.path().resolve("disk"), 1);
    assumeThat(mounted).as("this user may mount a disk").isPresent();
    try (var disk = mounted.orElseThrow()) {
      var inbox = disk.path().resolve("inbox.db").toString();

      var taken = takenOn(disk, inbox);

      assertThat(KeptGifts.in(inbox)).containsExactlyElementsOf(taken);
      disk.makeReadOnly();
      assertReadOnly(inbox);
    }
  }

  /** Until it is full, and then one more, when it has grown. */
  private List<Long> takenOn(SmallDisk disk, String inbox) throws Exception {
    var taken = new ArrayList<Long>();
    try (var receiver = ReceiverProcess.start(folder.path(), inbox)) {
      var gift = 1L;
      while (status(receiver, gift) == 200) {
        taken.add(gift++);
      }
      assertThat(status(receiver, gift)).isEqualTo(503);
      assertThat(HookConnection.get(receiver.port(), "/readyz").status()).isEqualTo(503);

      disk.grow(8);
      assertThat(status(receiver, gift)).isEqualTo(200);
      taken.add(gift);
      receiver.process().signal("TERM");
      assertThat(receiver.process().ended().out()).contains("finds no room on its disk");
    }
    return taken;
  }

  private static int status(ReceiverProcess receiver, long gift) throws IOException {
    var request = GiftEvents.request(GiftEvents.body(gift, BYTES));
    return HookConnection.once(receiver.port(), request).status();
  }

  private void assertReadOnly(String inbox) throws IOException, InterruptedException {
    var ran =
        TapProcess.of(
                "webhook",
                "receive",
                "--unsigned",
                "--path",
                "/v",
                "--inbox",
                inbox,
                "--listen",
                "127.0.0.1:0",
                "--config",
                folder.file("config.json", "{}"))
            .run();
    assertThat(ran.exitCode()).isIn(1, 2);
    assertThat(ran.err()).contains("Let this user write to it");
  }
}
