package io.github.tapvirtuous.virtuous.route;

import io.github.tapvirtuous.config.Loopback;
import io.github.tapvirtuous.error.ConfigException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way out of the network: Java's own properties first ({@code https.proxyHost}), then {@code
 * HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} as curl reads them. This machine itself is
 * never asked for through a proxy.
 */
public final class Proxies extends ProxySelector {
  private static final String BASIC_IN_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";
  private static final int CURLS_PORT = 1080;
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final Map<String, String> environment;
  private final ProxySelector java;
  private final String user;

  private Proxies(Map<String, String> environment, ProxySelector java, String user) {
    this.environment = Map.copyOf(environment);
    this.java = java;
    this.user = user;
  }

  /**
   * The proxies on the way to a server.
   *
   * @param java the JVM's own choice
   */
  public static Proxies on(URI server, Map<String, String> environment, ProxySelector java) {
    var unnamed = new Proxies(environment, java, "");
    var user = unnamed.fromEnvironment(server).map(URI::getUserInfo).orElse("");
    if (!user.isEmpty() && System.getProperty(BASIC_IN_TUNNELS, "Basic").contains("Basic")) {
      throw new ConfigException(
          "The proxy's URL holds a user and a password, which Java keeps from proxies by default.",
          "Set JAVA_OPTS=-D" + BASIC_IN_TUNNELS + "= to send them.");
    }
    return new Proxies(environment, java, user);
  }

  /** What a proxy with a user and a password gets to read. */
  public Optional<String> authorization() {
    var bytes = user.getBytes(StandardCharsets.UTF_8);
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public List<Proxy> select(URI server) {
    if (Loopback.is(server.getHost())) {
      return DIRECT;
    }
    var own = java.select(server);
    return own.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)
        ? own
        : fromEnvironment(server).map(Proxies::proxy).map(List::of).orElse(DIRECT);
  }

  @Override
  public void connectFailed(URI server, SocketAddress proxy, IOException failure) {}

  private Optional<URI> fromEnvironment(URI server) {
    var host = server.getHost();
    return Loopback.is(host) || isExcepted(host)
        ? Optional.empty()
        : variable(server.getScheme().toLowerCase(Locale.ROOT) + "_proxy").map(Proxies::parsed);
  }

  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(spelling -> Optional.ofNullable(environment.get(spelling)).stream())
        .filter(value -> !value.isBlank())
        .map(String::strip)
        .findFirst();
  }

  private boolean isExcepted(String host) {
    return variable("no_proxy").stream()
        .flatMap(list -> Stream.of(list.split("[,\\s]+", -1)))
        .anyMatch(entry -> matches(entry.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT)));
  }

  private static boolean matches(String entry, String host) {
    var domain = entry.startsWith(".") ? entry.substring(1) : entry;
    return entry.equals("*")
        || (!domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain)));
  }

  private static URI parsed(String text) {
    try {
      var uri = URI.create(text.contains("://") ? text : "http://" + text);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException notAUri) {
      throw unusable();
    }
    throw unusable();
  }

  private static ConfigException unusable() {
    return new ConfigException(
        "The proxy in HTTPS_PROXY (or HTTP_PROXY) is of no use.",
        "Write it as http://host:port: Java reaches no SOCKS or TLS proxies.");
  }

  private static Proxy proxy(URI uri) {
    var port = uri.getPort() < 0 ? CURLS_PORT : uri.getPort();
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
  }
}
