package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.webhook.HookConnection;
import io.github.tapvirtuous.testing.webhook.KeptGifts;
import io.github.tapvirtuous.testing.webhook.PersistentSenders;
import io.github.tapvirtuous.testing.webhook.ReceiverProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers whose inbox is a PostgreSQL database. */
final class SharedInboxTest {
  private static final int GIFTS = 400;

  @TempDir private Path folder;

  private Path folder(String name) throws Exception {
    return Files.createDirectory(folder.resolve(name));
  }

  /** Where its owner, who is somebody else, can come. */
  private static OwnPostgres postgres() throws Exception {
    return OwnPostgres.started(Files.createTempDirectory("postgres"));
  }

  @Test
  void a_server_that_stops_in_the_middle_loses_nothing_and_nobody_has_to_restart()
      throws Exception {
    try (var postgres = postgres();
        var receiver = ReceiverProcess.start(folder("one"), postgres.inbox())) {
      var senders = PersistentSenders.start(GIFTS, receiver.port());
      senders.untilTaken(GIFTS / 4);

      postgres.stop();
      var refused = senders.untilRefused();
      var readiness = HookConnection.get(receiver.port(), "/readyz");
      postgres.start();
      senders.untilTaken(GIFTS);

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("retry-after")).isEqualTo("30");
      assertThat(readiness.status()).isEqualTo(503);
      assertThat(HookConnection.get(receiver.port(), "/readyz").status()).isEqualTo(200);
      assertThat(KeptGifts.in(postgres.inbox())).containsExactlyInAnyOrder(gifts());
    }
  }

  @Test
  void two_receivers_keep_an_event_once_that_both_were_told() throws Exception {
    try (var postgres = postgres();
        var one = ReceiverProcess.start(folder("one"), postgres.inbox());
        var other = ReceiverProcess.start(folder("other"), postgres.inbox())) {
      var senders = PersistentSenders.start(GIFTS, one.port());
      var others = PersistentSenders.start(GIFTS, other.port());

      senders.untilTaken(GIFTS);
      others.untilTaken(GIFTS);

      assertThat(KeptGifts.in(postgres.inbox())).containsExactlyInAnyOrder(gifts());
    }
  }

  private static Long[] gifts() {
    return LongStream.rangeClosed(1, GIFTS).boxed().toArray(Long[]::new);
  }
}
