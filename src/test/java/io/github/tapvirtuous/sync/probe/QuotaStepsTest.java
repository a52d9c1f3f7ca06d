package io.github.tapvirtuous.sync.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QuotaStepsTest {
  private final QuotaSteps steps = new QuotaSteps();

  private void left(long... requests) {
    for (var left : requests) {
      steps.ended(Optional.of(left));
    }
  }

  @Test
  void each_step_down_is_counted_by_its_depth() {
    left(1499, 1498, 1497, 1490);

    assertThat(steps.counted()).isEqualTo(Map.of(1L, 2, 7L, 1));
  }

  @Test
  void counters_of_endpoints_of_their_own_show_as_steps_up() {
    left(1499, 1498, 1499, 1498);

    assertThat(steps.counted()).isEqualTo(Map.of(1L, 2, -1L, 1));
  }

  @Test
  void a_reply_that_does_not_tell_begins_anew() {
    left(1499);
    steps.ended(Optional.empty());
    left(1400, 1399);

    assertThat(steps.counted()).isEqualTo(Map.of(1L, 1));
  }

  @Test
  void nothing_is_counted_where_nothing_is_told() {
    steps.ended(Optional.empty());
    steps.ended(Optional.empty());

    assertThat(steps.counted()).isEmpty();
  }
}
