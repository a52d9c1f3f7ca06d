package io.github.tapvirtuous.reliability.events;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.tapvirtuous.inbox.Inboxes;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Whatever becomes of rows, events, states and runs, in the end the target holds what the table
 * does. A failure names its seed, and {@code -Dhistory.seed=N} plays that history alone.
 */
@Tag("slow")
final class EventHistoriesTest {
  private static final int HISTORIES = 80;
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.github.tapvirtuous");
  private static final @Nullable Level USUAL = OURS.getLevel();

  @TempDir Path folder;

  @BeforeAll
  static void silence() {
    OURS.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    OURS.setLevel(USUAL);
  }

  private static LongStream seeds() {
    var only = Long.getLong("history.seed");
    return only == null ? LongStream.range(0, HISTORIES) : LongStream.of(only);
  }

  @Test
  void a_target_ends_up_with_what_the_table_has() {
    seeds().forEach(this::play);
  }

  private void play(long seed) {
    try (var inbox = Inboxes.open(folder.resolve(seed + ".db").toString())) {
      var history = new EventHistory(seed, inbox);

      history.play();

      assertThat(history.isDone()).as("-Dhistory.seed=%d", seed).isTrue();
      assertThat(history.stored())
          .as("-Dhistory.seed=%d, at %s", seed, history.state())
          .isEqualTo(history.truth());
    }
  }
}
