package io.github.tapvirtuous.virtuous.http;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be told of a failed connection. The JDK's own texts may quote what the server sent, be
 * it a donor's data or the key: only those that are known to quote nothing are passed on.
 */
final class NetworkWords {
  private static final int LONGEST_CHAIN = 20;
  private static final String NO_BYTES = "HTTP/1.1 header parser received no bytes";
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: [a-z_]{1,40}");
  private static final Set<String> HARMLESS =
      Set.of(
          "Broken pipe",
          "Connection closed",
          "Connection reset",
          "Connection reset by peer",
          "Connection timed out",
          "EOF reached while reading",
          "HTTP connect timed out",
          "Network is unreachable",
          "No route to host",
          "Operation timed out",
          "Remote host closed the channel",
          "Remote host terminated the handshake",
          "Unsupported or unrecognized SSL message",
          "closed",
          "connection closed locally",
          "request timed out");

  private NetworkWords() {}

  /** The first known text of the chain, else the exception's type. */
  static String of(Throwable thrown) {
    var chain = chain(thrown);
    if (chain.stream().anyMatch(ProtocolException.class::isInstance)) {
      return "what came is no HTTP reply";
    }
    return chain.stream()
        .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
        .filter(NetworkWords::isHarmless)
        .findFirst()
        .orElseGet(() -> nameless(chain));
  }

  /**
   * The JDK tries a refused connection once more, and keeps the second failure: it has no words.
   */
  private static String nameless(List<Throwable> chain) {
    return chain.stream().anyMatch(ConnectException.class::isInstance)
        ? "connection refused"
        : chain.get(0).getClass().getSimpleName();
  }

  /** Whether the connection was closed in the place of a reply. */
  static boolean isSilence(Throwable thrown) {
    return chain(thrown).stream().anyMatch(cause -> NO_BYTES.equals(cause.getMessage()));
  }

  static List<Throwable> chain(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(LONGEST_CHAIN)
        .toList();
  }

  private static boolean isHarmless(String text) {
    return HARMLESS.contains(text) || ALERT.matcher(text).matches();
  }
}
