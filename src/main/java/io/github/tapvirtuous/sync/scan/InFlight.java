package io.github.tapvirtuous.sync.scan;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * The requests of one scan that are on their way: pages in the order in which they follow, and the
 * questions that some of them have to wait for.
 *
 * @param <P> the promise of a reply
 */
public final class InFlight<P> {
  private final Function<Ask, P> send;
  private final Consumer<P> cancel;
  private final IntSupplier most;
  private final ArrayDeque<Sent<P>> pages = new ArrayDeque<>();
  private final ArrayDeque<Sent<P>> questions = new ArrayDeque<>();

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
    if (!pages.isEmpty() && !scan.waitsFor(pages.peek().ask())) {
      cancel(pages);
    }
    ask(scan);
    if (pages.isEmpty() && (questions.isEmpty() || hasRoom())) {
      send(scan.next(), pages);
    }
    var following = following(scan);
    while (following.isPresent() && hasRoom()) {
      send(following.get(), pages);
      following = following(scan);
    }
  }

  private Optional<Ask> following(Scan scan) {
    return Optional.ofNullable(pages.peekLast()).flatMap(last -> scan.following(last.ask()));
  }

  private void ask(Scan scan) {
    var open = scan.questions();
    if (open.isEmpty()) {
      cancel(questions);
    }
    while (questions.size() < open.size()
        && (hasRoom() || (questions.isEmpty() && needsAnswer(scan)))) {
      send(open.get(questions.size()), questions);
    }
  }

  private boolean needsAnswer(Scan scan) {
    return pages.isEmpty() || scan.isUnproven(pages.peek().ask());
  }

  private boolean hasRoom() {
    return pages.size() + questions.size() < most.getAsInt();
  }

  /** The promise of what the scan waits for: the next page, or what must be answered before. */
  public P next(Scan scan) {
    fill(scan);
    var queue = !questions.isEmpty() && needsAnswer(scan) ? questions : pages;
    return Optional.ofNullable(queue.poll()).orElseThrow().promise();
  }

  /** Whether the last request on its way is for the last page, as far as is known. */
  public boolean reachesEnd(Scan scan) {
    return !pages.isEmpty() && scan.isLast(pages.peekLast().ask());
  }

  /** Requests whose replies nobody has asked for yet. */
  int waiting() {
    return pages.size() + questions.size();
  }

  public void cancelAll() {
    cancel(pages);
    cancel(questions);
  }

  private void cancel(ArrayDeque<Sent<P>> queue) {
    queue.forEach(sent -> cancel.accept(sent.promise()));
    queue.clear();
  }

  private void send(Ask ask, ArrayDeque<Sent<P>> queue) {
    queue.add(new Sent<>(ask, send.apply(ask)));
  }
}
