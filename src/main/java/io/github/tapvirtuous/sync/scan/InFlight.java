package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.scan.Scan.Ask;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * The requests of one scan that are on their way, in the order in which their pages follow.
 *
 * @param <P> the promise of a page
 */
public final class InFlight<P> {
  private final Function<Ask, P> send;
  private final Consumer<P> cancel;
  private final IntSupplier most;
  private final ArrayDeque<Sent<P>> queue = new ArrayDeque<>();

  private record Sent<P>(Ask ask, P promise) {}

  /**
   * Sends what is worth it.
   *
   * @param most how many may be on their way, which may become fewer
   */
  public InFlight(IntSupplier most, Function<Ask, P> send, Consumer<P> cancel) {
    this.most = most;
    this.send = send;
    this.cancel = cancel;
  }

  /** Sends the request that the scan waits for, if nobody did, and those worth sending with it. */
  public void fill(Scan scan) {
    var next = scan.next();
    if (!queue.isEmpty() && queue.peek().ask().skip() != next.skip()) {
      cancelAll();
    }
    if (queue.isEmpty()) {
      send(next);
    }
    var following = scan.following(queue.peekLast().ask());
    while (following.isPresent() && queue.size() < most.getAsInt()) {
      send(following.get());
      following = scan.following(following.get());
    }
  }

  /** The promise of the page that the scan waits for. */
  public P next(Scan scan) {
    fill(scan);
    return Optional.ofNullable(queue.poll()).orElseThrow().promise();
  }

  /** Whether the last request on its way is for the last page, as far as is known. */
  public boolean reachesEnd(Scan scan) {
    return !queue.isEmpty() && scan.isLast(queue.peekLast().ask());
  }

  /** Requests whose pages nobody has asked for yet. */
  int waiting() {
    return queue.size();
  }

  public void cancelAll() {
    queue.forEach(sent -> cancel.accept(sent.promise()));
    queue.clear();
  }

  private void send(Ask ask) {
    queue.add(new Sent<>(ask, send.apply(ask)));
  }
}
