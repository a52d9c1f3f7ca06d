package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.virtuous.http.FailedAttempt;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key and the word before it. The original connector said {@code Basic}, the vendor documents
 * {@code Bearer}: with {@code auto} the first requests go one at a time until one of them worked.
 */
final class Authorization {
  private static final Logger LOG = LoggerFactory.getLogger(Authorization.class);
  private static final int REFUSED = 401;
  private static final Set<Integer> PROVE_THE_KEY = Set.of(400, 403, 404, 409, 422);

  private final Secret key;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private volatile AuthScheme scheme;
  private volatile boolean proven;
  private volatile boolean refused;

  Authorization(Secret key, AuthScheme configured) {
    if (!KeyText.isSendable(key.value())) {
      throw new ConfigException(
          "\"api_key\" holds spaces, line breaks or letters that no key has.",
          "Copy it once more from Virtuous.");
    }
    this.key = key;
    this.scheme = configured == AuthScheme.AUTO ? AuthScheme.BASIC : configured;
    this.proven = configured != AuthScheme.AUTO;
  }

  /** Sends a request with the value of its header. */
  interface Sending {
    HttpReply with(String header) throws FailedAttempt, InterruptedException;
  }

  /**
   * Returns any reply but a 401, which ends the run.
   *
   * @param repeatable whether the request may be sent a second time, to try the other word
   */
  HttpReply send(boolean repeatable, Sending sending) throws FailedAttempt, InterruptedException {
    throwIfRefused();
    return proven ? accepted(sending.with(header())) : sendAlone(repeatable, sending);
  }

  /** The scheme that is known to work, or was configured. */
  Optional<AuthScheme> scheme() {
    return proven ? Optional.of(scheme) : Optional.empty();
  }

  private HttpReply sendAlone(boolean repeatable, Sending sending)
      throws FailedAttempt, InterruptedException {
    oneAtATime.lockInterruptibly();
    try {
      throwIfRefused();
      if (!proven) {
        return accepted(negotiate(repeatable, sending));
      }
    } finally {
      oneAtATime.unlock();
    }
    return accepted(sending.with(header()));
  }

  private HttpReply negotiate(boolean repeatable, Sending sending)
      throws FailedAttempt, InterruptedException {
    var reply = sending.with(header());
    if (reply.status() == REFUSED && scheme == AuthScheme.BASIC && repeatable) {
      LOG.info("The key was refused as Basic: trying Bearer.");
      scheme = AuthScheme.BEARER;
      reply = sending.with(header());
    }
    proven = reply.isSuccess() || PROVE_THE_KEY.contains(reply.status());
    return reply;
  }

  private String header() {
    return (scheme == AuthScheme.BASIC ? "Basic " : "Bearer ") + key.value();
  }

  private HttpReply accepted(HttpReply reply) {
    refused |= reply.status() == REFUSED;
    throwIfRefused();
    return reply;
  }

  /** A key that was refused is not tried again, by whichever thread. */
  private void throwIfRefused() {
    if (refused) {
      throw rejectedKey();
    }
  }

  private static ConfigException rejectedKey() {
    return new ConfigException(
        "Virtuous rejected the API key (HTTP 401): invalid credentials.",
        "Check \"api_key\" and \"auth_scheme\" in the config. Keys are made in Virtuous under"
            + " Settings > All Settings > Connectivity: API Keys (Settings > Integrations in some"
            + " accounts) or Application Keys.");
  }
}
