package io.github.tapvirtuous.virtuous.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class RequestBudgetTest {
  @Test
  void gives_what_there_is_and_then_says_what_to_do() {
    var budget = new RequestBudget(2);

    budget.take("gifts");
    assertThat(budget.left()).isEqualTo(1);
    budget.take("gifts");

    assertThat(budget.left()).isZero();
    assertThatThrownBy(() -> budget.take("contacts"))
        .hasMessage("contacts: \"max_requests\" (2) is used up. Raise it, or remove it.");
    assertThat(budget.left()).isZero();
  }

  @Test
  void says_so_to_those_who_have_to_tell_it_from_a_failure() {
    var budget = new RequestBudget(0);

    var usedUp = catchThrowableOfType(SourceException.class, () -> budget.take("gifts"));

    assertThat(usedUp.kind()).isEqualTo(Kind.USED_UP);
  }

  @Test
  void many_threads_together_take_no_more() throws InterruptedException {
    var budget = new RequestBudget(1000);
    Callable<Integer> worker = () -> taken(budget);
    var threads = Executors.newFixedThreadPool(8);
    try {
      var taken =
          threads.invokeAll(Collections.nCopies(8, worker)).stream()
              .mapToInt(RequestBudgetTest::result)
              .sum();

      assertThat(taken).isEqualTo(1000);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int taken(RequestBudget budget) {
    for (var taken = 0; ; taken++) {
      try {
        budget.take("gifts");
      } catch (SourceException usedUp) {
        return taken;
      }
    }
  }

  private static int result(Future<Integer> worker) {
    try {
      return worker.get();
    } catch (InterruptedException | ExecutionException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
