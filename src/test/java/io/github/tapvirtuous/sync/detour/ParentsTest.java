package io.github.tapvirtuous.sync.detour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose turn it is, while parents come and go. */
final class ParentsTest {
  private final Parents parents = new Parents(Long.MIN_VALUE);

  /** Those that wait, who have had their turn then. */
  private static List<Long> turns(Parents some) {
    var turns = new ArrayList<Long>();
    for (var next = some.next(); next.isPresent(); next = some.next()) {
      turns.add(next.getAsLong());
    }
    return turns;
  }

  @Test
  void have_their_turns_in_the_order_of_their_keys() {
    parents.list(Set.of(9L, -2L, 5L));

    assertThat(turns(parents)).containsExactly(-2L, 5L, 9L);
    assertThat(parents.isAnyLeft()).isFalse();
  }

  @Test
  void that_are_new_when_listed_again_have_theirs_and_no_other_a_second_one() {
    parents.list(Set.of(2L, 5L));
    turns(parents);

    parents.list(Set.of(1L, 2L, 5L, 7L));

    assertThat(turns(parents)).containsExactly(1L, 7L);
    assertThat(parents.count()).isEqualTo(4);
  }

  @Test
  void that_go_while_they_wait_keep_their_turn_since_they_may_be_back() {
    parents.list(Set.of(2L, 5L));

    parents.list(Set.of(2L));

    assertThat(turns(parents)).containsExactly(2L, 5L);
  }

  @Test
  void behind_an_earlier_run_have_none() {
    var resumed = new Parents(5);

    resumed.list(Set.of(2L, 5L, 9L));

    assertThat(turns(resumed)).containsExactly(5L, 9L);
    assertThat(resumed.count()).isEqualTo(2);
  }

  @Test
  void that_led_nowhere_contradict_the_list_only_if_it_names_them_again() {
    parents.list(Set.of(2L, 5L));
    parents.isMissing(2);
    parents.isMissing(5);

    parents.list(Set.of(5L));

    assertThat(parents.contradictions()).isEqualTo(1);
  }
}
