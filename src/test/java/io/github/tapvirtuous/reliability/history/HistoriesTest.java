package io.github.tapvirtuous.reliability.history;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Whatever becomes of rows, runs and servers in some weeks, no run that ends well has lost a
 * change, and no version takes a row that is there or leaves one that is gone. A failure names its
 * seed, and {@code -Dhistory.seed=N} plays that history alone.
 */
@Tag("slow")
final class HistoriesTest {
  private static final int IN_PROCESS = 5_000;
  private static final int OVER_HTTP = 200;
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.github.tapvirtuous");
  private static final @Nullable Level USUAL = OURS.getLevel();

  private final Figures figures = new Figures();

  @BeforeAll
  static void silence() {
    OURS.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    OURS.setLevel(USUAL);
  }

  private static LongStream seeds(int count) {
    var only = Long.getLong("history.seed");
    return only == null ? LongStream.range(0, count) : LongStream.of(only);
  }

  private void play(int count, Wiring.Maker wiring) {
    seeds(count)
        .forEach(
            seed ->
                assertThat(new History(seed, wiring, figures).play())
                    .as("lost with -Dhistory.seed=%d", seed)
                    .isEmpty());
  }

  @Test
  void no_history_loses_a_change() {
    play(IN_PROCESS, Wiring.InProcess::new);

    assertThat(figures.areOfEverything(IN_PROCESS)).as("%s", figures).isTrue();
  }

  @Test
  void nor_does_one_over_http() {
    play(OVER_HTTP, Wiring.OverHttp::to);

    assertThat(figures.areOfEverything(OVER_HTTP)).as("%s", figures).isTrue();
  }
}
