package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.Seconds;
import io.github.tapvirtuous.error.SourceException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The network failed before a whole reply was there. */
final class NoReply extends FailedTry {
  private static final long serialVersionUID = 1L;

  /** The ways in which a network fails, and the way out of each. */
  private enum Type {
    TIMED_OUT("Raise \"request_timeout\" or lower \"page_size\", or try again later."),
    UNKNOWN_HOST(
        "Check \"base_url\", the name server, and whether a proxy is needed (HTTPS_PROXY)."),
    UNTRUSTED(
        "If your network inspects TLS, name the store with its certificate authority:"
            + " JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE. Else check \"base_url\"."),
    TLS("Check \"base_url\" and, behind a proxy, HTTPS_PROXY and NO_PROXY."),
    NO_CONNECTION(
        "Check \"base_url\", the firewall, and whether a proxy is needed (HTTPS_PROXY, NO_PROXY)."),
    BROKEN("Check the network and its proxies, or try again later.");

    private final String fix;

    Type(String fix) {
      this.fix = fix;
    }
  }

  private final Type type;

  private NoReply(Type type, String what, Throwable cause) {
    super(what, cause);
    this.type = type;
  }

  static NoReply within(Duration timeout, TimeoutException tooLate) {
    return new NoReply(Type.TIMED_OUT, "no whole reply within " + Seconds.text(timeout), tooLate);
  }

  static NoReply of(Throwable thrown) {
    var type = type(thrown);
    var what =
        switch (type) {
          case TIMED_OUT -> "timed out: " + NetworkWords.of(thrown);
          case UNKNOWN_HOST -> "the host name is unknown";
          case UNTRUSTED -> "the server's TLS certificate is not trusted";
          case TLS -> "TLS failed: " + NetworkWords.of(thrown);
          case NO_CONNECTION -> "no connection: " + NetworkWords.of(thrown);
          case BROKEN ->
              NetworkWords.isSilence(thrown)
                  ? "the server closed the connection without a reply"
                  : "the connection broke: " + NetworkWords.of(thrown);
        };
    return new NoReply(type, what, thrown);
  }

  private static Type type(Throwable thrown) {
    if (thrown instanceof TimeoutException) {
      return Type.TIMED_OUT;
    } else if (isCausedBy(
        thrown, List.of(UnresolvedAddressException.class, UnknownHostException.class))) {
      return Type.UNKNOWN_HOST;
    } else if (isCausedBy(
        thrown, List.of(GeneralSecurityException.class, SSLPeerUnverifiedException.class))) {
      return Type.UNTRUSTED;
    } else if (isCausedBy(thrown, List.of(SSLException.class))) {
      return Type.TLS;
    }
    return isCausedBy(thrown, List.of(ConnectException.class)) ? Type.NO_CONNECTION : Type.BROKEN;
  }

  private static boolean isCausedBy(Throwable thrown, List<Class<? extends Exception>> types) {
    return NetworkWords.chain(thrown).stream()
        .anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
  }

  @Override
  public boolean isWorthAnotherTry() {
    return type != Type.UNTRUSTED;
  }

  @Override
  public boolean isHeavy() {
    return type == Type.TIMED_OUT;
  }

  @Override
  public boolean mayBeIdleConnection() {
    return type == Type.BROKEN || type == Type.TLS;
  }

  @Override
  public boolean foundNoWay() {
    return type == Type.UNKNOWN_HOST || type == Type.NO_CONNECTION;
  }

  @Override
  public SourceException.Kind kind() {
    return SourceException.Kind.NETWORK;
  }

  @Override
  public String fix() {
    return type.fix;
  }
}
