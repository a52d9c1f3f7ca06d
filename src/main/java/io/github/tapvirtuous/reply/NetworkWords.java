package io.github.tapvirtuous.reply;

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
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: [a-z_]{1,40}");
  private static final Set<String> HARMLESS =
      Set.of(
          "Broken pipe",
          "Connection closed",
          "Connection refused",
          "Connection reset",
          "Connection reset by peer",
          "Connection timed out",
          "EOF reached while reading",
          "HTTP connect timed out",
          "HTTP/1.1 header parser received no bytes",
          "Network is unreachable",
          "No route to host",
          "Operation timed out",
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
        .orElseGet(() -> thrown.getClass().getSimpleName());
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
