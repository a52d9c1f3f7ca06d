package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.error.ConfigException;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The ports on which a receiver listens.
 *
 * @param events where Virtuous sends events
 * @param health where other programs ask how it is: the same, unless it has a port of its own
 */
record Doors(ServerConnector events, ServerConnector health) {
  private static final int WAITING_CONNECTIONS = 128;
  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;
  private static final int BUFFER = 8 << 10;

  static Doors open(Place place, Server server, Limits limits, SlowRequests slow) {
    var events = opened(place.events(), server, limits, slow);
    var health = place.health().map(address -> opened(address, server, limits, slow));
    return new Doors(events, health.orElse(events));
  }

  boolean isForEvents(Connector door) {
    return door == events;
  }

  boolean isForHealth(Connector door) {
    return door == health;
  }

  private static ServerConnector opened(
      InetSocketAddress address, Server server, Limits limits, SlowRequests slow) {
    var door = new ServerConnector(server, ACCEPTORS, SELECTORS, http(limits));
    door.setHost(address.getHostString());
    door.setPort(address.getPort());
    door.setIdleTimeout(limits.idle().toMillis());
    door.setShutdownIdleTimeout(limits.request().toMillis()); // else a pause of a second ends it
    door.setAcceptQueueSize(WAITING_CONNECTIONS);
    door.addBean(slow);
    var crowd = new NetworkConnectionLimit(limits.connections(), door);
    crowd.setEndPointIdleTimeout(limits.crowdedIdle().toMillis());
    door.addBean(crowd);
    server.addConnector(door);
    open(door, address);
    return door;
  }

  private static HttpConnectionFactory http(Limits limits) {
    var http = new HttpConfiguration();
    http.setRequestHeaderSize(limits.headerBytes());
    http.setInputBufferSize(BUFFER);
    http.setOutputBufferSize(BUFFER);
    http.setUseInputDirectByteBuffers(false); // else the heap's limit would not hold for them
    http.setUseOutputDirectByteBuffers(false);
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    return new HttpConnectionFactory(http);
  }

  private static void open(ServerConnector door, InetSocketAddress address) {
    try {
      door.open();
    } catch (IOException e) {
      throw new ConfigException(
          "Nobody can listen on " + address.getHostString() + ":" + address.getPort() + " here.",
          "Name an address of this machine, and a port that no other program has taken.",
          e);
    }
  }
}
