package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.SourceException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A proxy made no connection to the server: the status is the proxy's own. */
final class RefusedTunnel extends FailedTry {
  private static final long serialVersionUID = 1L;

  private static final int WRONG_PASSWORD = 407;
  private static final Set<Integer> MAY_PASS = Set.of(408, 429, 500, 502, 503, 504);
  private static final Pattern WORDS_OF_THE_JDK = Pattern.compile("Tunnel failed, got: (\\d{3})");

  private final int status;

  RefusedTunnel(int status) {
    super("the proxy made no connection to the server: HTTP " + status, null);
    this.status = status;
  }

  /** What the JDK tells of a proxy's refusal; empty for any other failure. */
  static Optional<FailedTry> in(Throwable thrown) {
    return NetworkWords.chain(thrown).stream()
        .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
        .map(WORDS_OF_THE_JDK::matcher)
        .filter(words -> words.matches())
        .map(words -> (FailedTry) new RefusedTunnel(Integer.parseInt(words.group(1))))
        .findFirst();
  }

  @Override
  public boolean isWorthAnotherTry() {
    return MAY_PASS.contains(status);
  }

  @Override
  public boolean isHeavy() {
    return false;
  }

  @Override
  public boolean foundNoWay() {
    return true;
  }

  @Override
  public SourceException.Kind kind() {
    return SourceException.Kind.NETWORK;
  }

  @Override
  public String fix() {
    if (status == WRONG_PASSWORD) {
      return "The proxy wants a user and a password that it knows:"
          + " HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT.";
    }
    return isWorthAnotherTry()
        ? "It may not reach the server either: check \"base_url\" and HTTPS_PROXY,"
            + " or try again later."
        : "Check \"base_url\", ask whoever runs the proxy to let the tap through to that host,"
            + " or name another proxy in HTTPS_PROXY, or the host in NO_PROXY.";
  }
}
