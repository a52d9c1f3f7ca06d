package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.event.Signature;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.webhook.receiver.Limits;
import io.github.tapvirtuous.webhook.receiver.Place;
import io.github.tapvirtuous.webhook.receiver.ReceiverServer;
import io.github.tapvirtuous.webhook.watch.Keeping;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes events that Virtuous sends, and keeps them in an inbox. */
public final class Receiver implements AutoCloseable {
  private final ReceiverServer server;
  private final Settings settings;

  /**
   * How it shall be.
   *
   * @param listen where it takes events; port 0 for any
   * @param adminListen where it says how it is, if not there too
   * @param path of events
   * @param signature that they must have, if any
   * @param selected tables whose events wait for a sync
   * @param keep how long those of others are kept
   */
  public record Settings(
      InetSocketAddress listen,
      Optional<InetSocketAddress> adminListen,
      EventPath path,
      Optional<Signature> signature,
      List<Table> selected,
      Duration keep) {
    public Settings {
      selected = List.copyOf(selected);
    }
  }

  private Receiver(ReceiverServer server, Settings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * One that listens.
   *
   * @throws io.github.tapvirtuous.error.ConfigException if nobody can listen there
   */
  public static Receiver start(Settings settings, Inbox inbox, Clock clock) {
    var place = new Place(settings.listen(), settings.adminListen(), settings.path().text());
    var keeping = new Keeping(settings.selected(), settings.keep());
    return new Receiver(
        ReceiverServer.start(place, Limits.USUAL, settings.signature(), keeping, inbox, clock),
        settings);
  }

  /** Where events go. */
  public String url() {
    return url(settings.listen(), server.port()) + settings.path().text();
  }

  /** Where it says how it is. */
  public String adminUrl() {
    return url(settings.adminListen().orElse(settings.listen()), server.healthPort());
  }

  private static String url(InetSocketAddress address, int port) {
    var host = address.getHostString();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Returns when somebody has closed it. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Takes no more connections, and finishes what is in hand. */
  @Override
  public void close() {
    server.close();
  }
}
