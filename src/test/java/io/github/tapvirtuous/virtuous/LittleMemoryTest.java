package io.github.tapvirtuous.virtuous;

import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.table.TableMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LittleMemoryTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  private final AtomicInteger tooMany = new AtomicInteger();

  /** Has no room for the first replies. */
  private Function<Bytes, String> fullFor(int replies) {
    tooMany.set(replies);
    return body -> tooMany.getAndDecrement() > 0 ? never(body) : FakeVirtuous.TEXT.apply(body);
  }

  private static void neverReads(PageRequest request) {
    virtuous.client().page(request, LittleMemoryTest::never, virtuous.report);
  }

  private static String never(Bytes body) {
    throw new OutOfMemoryError("Java heap space for " + body.length());
  }

  private static List<Integer> takes() {
    return virtuous.urls().map(url -> Integer.valueOf(url.replaceAll(".*take=", ""))).toList();
  }

  @Test
  void asks_for_half_the_rows_at_once() {
    virtuous.answers(page());

    var page = virtuous.client().page(FakeVirtuous.first("gifts"), fullFor(1), virtuous.report);

    assertThat(page.content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(page.asked().take()).isEqualTo(125);
    assertThat(takes()).containsExactly(250, 125);
    assertThat(virtuous.waits).isEmpty();
    assertThat(virtuous.log.warnings())
        .containsExactly(
            "Java's memory is small for pages in flight: one at a time from now on.",
            "gifts: Java has too little memory for the reply (try 1 of 3);"
                + " trying again at once with half the rows.");
  }

  @Test
  void keeps_to_what_fitted_for_this_table_and_to_one_request_for_all() {
    virtuous.answers(page());
    var client = virtuous.client();
    assertThat(client.inFlight(4)).isEqualTo(4);
    client.page(FakeVirtuous.first("gifts"), fullFor(1), virtuous.report);

    client.page(FakeVirtuous.first("gifts"), FakeVirtuous.TEXT, virtuous.report);
    client.page(FakeVirtuous.first("contacts"), FakeVirtuous.TEXT, virtuous.report);

    assertThat(takes()).containsExactly(250, 125, 125, 250);
    assertThat(client.inFlight(4)).isEqualTo(1);
  }

  @Test
  void knows_it_when_something_else_was_made_of_it_on_the_way() {
    virtuous.answers(page());
    var client = virtuous.client();

    client.page(FakeVirtuous.first("gifts"), wrapped(fullFor(1)), virtuous.report);

    assertThat(takes()).containsExactly(250, 125);
  }

  private static Function<Bytes, String> wrapped(Function<Bytes, String> reader) {
    return body -> {
      try {
        return reader.apply(body);
      } catch (OutOfMemoryError full) {
        throw new UnusableReplyException("garbled", full);
      }
    };
  }

  @Test
  void gives_up_when_the_smallest_page_does_not_fit_alone() {
    virtuous.retryLimit(20).answers(page());

    assertThatThrownBy(() -> neverReads(FakeVirtuous.first("gifts")))
        .isInstanceOfSatisfying(
            SourceException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.REPLY))
        .hasMessageStartingWith(
            "gifts: failed after 6 tries: Java has too little memory for the reply."
                + " Give it more, such as JAVA_OPTS=-Xmx");
    assertThat(takes()).containsExactly(250, 125, 62, 31, 15, 10);
  }

  @Test
  void never_tries_more_often_than_it_was_told() {
    virtuous.retryLimit(2).answers(page());

    assertThatThrownBy(() -> neverReads(FakeVirtuous.first("gifts")))
        .hasMessageContaining("failed after 2 tries");
  }

  @Test
  void a_list_that_is_not_paged_is_tried_once_more_alone() {
    virtuous.retryLimit(20).answers(page());
    var types = new PageRequest(TableMap.named("channel_types").orElseThrow(), 0, 250, false);

    assertThatThrownBy(() -> neverReads(types)).hasMessageContaining("failed after 2 tries");
  }

  @Test
  void waits_until_the_others_are_through_before_it_asks_again() throws Exception {
    virtuous.answers(page());
    var client = virtuous.client();
    var reading = new CountDownLatch(1);
    var through = new CountDownLatch(1);
    Function<Bytes, String> slow =
        body -> {
          reading.countDown();
          return await(through);
        };
    var other =
        new Thread(() -> client.page(FakeVirtuous.first("projects"), slow, virtuous.report));
    var small =
        new Thread(() -> client.page(FakeVirtuous.first("gifts"), fullFor(1), virtuous.report));
    other.start();
    await(reading);

    small.start();
    while (small.isAlive() && !isWaitingAfterItsRequest(small)) {
      Thread.onSpinWait();
    }

    assertThat(takes()).containsExactly(250, 250);
    through.countDown();
    small.join();
    assertThat(takes()).containsExactly(250, 250, 125);
    other.join();
  }

  private static boolean isWaitingAfterItsRequest(Thread thread) {
    return takes().size() == 2 && thread.getState() == Thread.State.WAITING;
  }

  private static String await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
      return "through";
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
