package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.Seconds;
import io.github.tapvirtuous.virtuous.http.Failure.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The ways in which a network fails before a whole reply is there, and the way out of each. */
final class NetworkFailure {
  private static final int WRONG_PASSWORD = 407;
  private static final Pattern REFUSED_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

  private NetworkFailure() {}

  static Failure within(Duration timeout) {
    var words = "no whole reply within " + Seconds.text(timeout);
    return Failure.of(Kind.TIMED_OUT, words, fix(Kind.TIMED_OUT));
  }

  /** What the JDK tells of a failed exchange. */
  static Failure of(Throwable thrown) {
    return refusedTunnel(thrown).orElseGet(() -> ofKind(kind(thrown), thrown));
  }

  private static Optional<Failure> refusedTunnel(Throwable thrown) {
    return NetworkWords.chain(thrown).stream()
        .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
        .map(REFUSED_TUNNEL::matcher)
        .filter(words -> words.matches())
        .map(words -> refusedTunnel(Integer.parseInt(words.group(1))))
        .findFirst();
  }

  static Failure refusedTunnel(int status) {
    var words = "the proxy made no connection to the server: HTTP " + status;
    return new Failure(Kind.REFUSED_TUNNEL, status, words, Duration.ZERO, fixOfTunnel(status));
  }

  private static String fixOfTunnel(int status) {
    return switch (status) {
      case WRONG_PASSWORD ->
          "The proxy wants a user and a password that it knows:"
              + " HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT.";
      case 408, 429, 500, 502, 503, 504 ->
          "It may not reach the server either: check \"base_url\" and HTTPS_PROXY,"
              + " or try again later.";
      default ->
          "Check \"base_url\", ask whoever runs the proxy to let the tap through to that host,"
              + " or name another proxy in HTTPS_PROXY, or the host in NO_PROXY.";
    };
  }

  private static Kind kind(Throwable thrown) {
    if (thrown instanceof TimeoutException) {
      return Kind.TIMED_OUT;
    } else if (isCausedBy(
        thrown, List.of(UnresolvedAddressException.class, UnknownHostException.class))) {
      return Kind.UNKNOWN_HOST;
    } else if (isCausedBy(
        thrown, List.of(GeneralSecurityException.class, SSLPeerUnverifiedException.class))) {
      return Kind.UNTRUSTED;
    } else if (isCausedBy(thrown, List.of(SSLException.class))) {
      return Kind.TLS;
    }
    return isCausedBy(thrown, List.of(ConnectException.class)) ? Kind.NO_CONNECTION : Kind.BROKEN;
  }

  private static boolean isCausedBy(Throwable thrown, List<Class<? extends Exception>> types) {
    return NetworkWords.chain(thrown).stream()
        .anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
  }

  private static Failure ofKind(Kind kind, Throwable thrown) {
    var words =
        switch (kind) {
          case TIMED_OUT -> "timed out: " + NetworkWords.of(thrown);
          case UNKNOWN_HOST -> "the host name is unknown";
          case UNTRUSTED -> "the server's TLS certificate is not trusted";
          case TLS -> "TLS failed: " + NetworkWords.of(thrown);
          case NO_CONNECTION -> "no connection: " + NetworkWords.of(thrown);
          default ->
              NetworkWords.isSilence(thrown)
                  ? "the server closed the connection without a reply"
                  : "the connection broke: " + NetworkWords.of(thrown);
        };
    return Failure.of(kind, words, fix(kind));
  }

  private static String fix(Kind kind) {
    return switch (kind) {
      case TIMED_OUT -> "Raise \"request_timeout\" or lower \"page_size\", or try again later.";
      case UNKNOWN_HOST ->
          "Check \"base_url\", the name server, and whether a proxy is needed (HTTPS_PROXY).";
      case UNTRUSTED ->
          "If your network inspects TLS, name the store with its certificate authority:"
              + " JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE. Else check \"base_url\".";
      case TLS -> "Check \"base_url\" and, behind a proxy, HTTPS_PROXY and NO_PROXY.";
      case NO_CONNECTION ->
          "Check \"base_url\", the firewall, and whether a proxy is needed"
              + " (HTTPS_PROXY, NO_PROXY).";
      default -> "Check the network and its proxies, or try again later.";
    };
  }
}
