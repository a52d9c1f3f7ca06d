package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.event.Signature;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.TestFolder;
import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import io.github.tapvirtuous.testing.webhook.HookReply;
import io.github.tapvirtuous.webhook.watch.Keeping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A receiver in this process, with an inbox in a folder of its own. */
final class TestReceiver implements BeforeEachCallback, AfterEachCallback {
  private static final int MOST_TRIES = 10_000;
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final TestFolder folder = new TestFolder();
  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-01T02:00:00Z"));
  private final List<AutoCloseable> open = new ArrayList<>();
  private UnaryOperator<Inbox> around = inbox -> inbox;
  private Limits limits = Limits.USUAL;
  private Optional<Signature> signature =
      Optional.of(new Signature(List.of(new Secret(GiftEvents.SECRET))));
  private boolean hasAdmin;
  private Optional<ReceiverServer> server = Optional.empty();
  private Optional<Inbox> inbox = Optional.empty();
  private Optional<LogLines> log = Optional.empty();

  TestReceiver limits(Limits wanted) {
    limits = wanted;
    return this;
  }

  TestReceiver unsigned() {
    signature = Optional.empty();
    return this;
  }

  TestReceiver withAdmin() {
    hasAdmin = true;
    return this;
  }

  /** What stands between the receiver and its inbox. */
  TestReceiver around(UnaryOperator<Inbox> other) {
    around = other;
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    folder.beforeEach(context);
    log = Optional.of(LogLines.open());
  }

  TestReceiver start() {
    return start(Inboxes.open(folder.path().resolve("inbox.db").toString()));
  }

  TestReceiver start(Inbox events) {
    inbox = Optional.of(events);
    open.add(events);
    var place =
        new Place(ANY_PORT, hasAdmin ? Optional.of(ANY_PORT) : Optional.empty(), GiftEvents.PATH);
    var keeping = new Keeping(TableMap.all(), Duration.ofDays(30));
    var started =
        ReceiverServer.start(place, limits, signature, keeping, around.apply(events), clock);
    open.add(0, started);
    server = Optional.of(started);
    return this;
  }

  TestFolder folder() {
    return folder;
  }

  SteppingClock clock() {
    return clock;
  }

  ReceiverServer server() {
    return server.orElseThrow();
  }

  Inbox inbox() {
    return inbox.orElseThrow();
  }

  int port() {
    return server().port();
  }

  /** All that it said so far. */
  List<String> log() {
    return log.orElseThrow().shown();
  }

  HookConnection connect() throws IOException {
    return HookConnection.to(port());
  }

  HookReply send(String request) throws IOException {
    return HookConnection.once(port(), request);
  }

  HookReply post(long gift) throws IOException {
    return send(GiftEvents.request(GiftEvents.body(gift)));
  }

  /** The answer of the last try: whoever is told to come again does so, as Virtuous would. */
  HookReply untilTaken(String request) throws IOException {
    var reply = send(request);
    for (var tries = 1; tries < MOST_TRIES && reply.status() != 200; tries++) {
      reply = send(request);
    }
    return reply;
  }

  /** The gifts of the events that it keeps, in their order. */
  List<Long> kept() {
    return inbox().after(TableMap.named("gifts").orElseThrow(), 0).stream()
        .map(StoredEvent::event)
        .map(event -> event.key())
        .toList();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (var each : open) {
      each.close();
    }
    log.orElseThrow().close();
    folder.afterEach(context);
  }
}
