package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.report.CallTally;
import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.virtuous.http.HttpTransport;
import io.github.tapvirtuous.virtuous.http.ReplyMessage;
import io.github.tapvirtuous.virtuous.quota.Pause;
import io.github.tapvirtuous.virtuous.quota.Quota;
import io.github.tapvirtuous.virtuous.quota.RequestBudget;
import io.github.tapvirtuous.virtuous.route.Contact;
import io.github.tapvirtuous.virtuous.route.Proxies;
import java.net.ProxySelector;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every call that is made to Virtuous; any number of threads may share it. */
public final class VirtuousClient {
  private final Exchange.Parts parts;
  private final RetryPolicy policy;
  private final Authorization authorization;
  private final Quota quota;
  private final RequestBodies bodies;

  VirtuousClient(
      TapConfig config,
      Attempt.Transport transport,
      Clock clock,
      Sleeper sleeper,
      RetryPolicy policy) {
    this.policy = policy;
    var connection = config.connection();
    var pause = new Pause(clock, sleeper);
    this.quota = new Quota(pause, config.limits().rateLimitReserve(), policy.waitsForQuota());
    this.authorization = new Authorization(connection.apiKey(), connection.authScheme());
    var contact = new Contact();
    var budget = new RequestBudget(config.limits().maxRequests());
    this.bodies = new RequestBodies(config.reading().includeArchived());
    this.parts =
        new Exchange.Parts(
            contact,
            new Attempt(transport, authorization, budget, quota, contact, clock),
            budget,
            new Room(),
            pause,
            new ReplyMessage(connection.apiKey()));
  }

  private VirtuousClient(VirtuousClient other, RetryPolicy policy) {
    this.parts = other.parts;
    this.policy = policy;
    this.authorization = other.authorization;
    this.quota = other.quota;
    this.bodies = other.bodies;
  }

  /** The same for questions that the run can do without: after a few tries they have no answer. */
  public VirtuousClient brief() {
    return new VirtuousClient(this, policy.brief());
  }

  /**
   * Tries again, and waits, as the config says.
   *
   * @param environment where proxies are named
   */
  public static VirtuousClient patient(
      TapConfig config, Map<String, String> environment, Clock clock, Sleeper sleeper) {
    var policy = RetryPolicy.patient(config.limits());
    return new VirtuousClient(config, http(config, environment, clock), clock, sleeper, policy);
  }

  /** One try per call, and never a wait: a 429 is a reply like others. */
  public static VirtuousClient once(
      TapConfig config, Map<String, String> environment, Clock clock) {
    var policy = RetryPolicy.once();
    return new VirtuousClient(
        config, http(config, environment, clock), clock, duration -> {}, policy);
  }

  private static Attempt.Transport http(
      TapConfig config, Map<String, String> environment, Clock clock) {
    var connection = config.connection();
    var own = Optional.ofNullable(ProxySelector.getDefault()).orElse(ProxySelector.of(null));
    var proxies = Proxies.on(connection.baseUri(), environment, own);
    return new HttpTransport(connection, proxies, clock)::send;
  }

  /**
   * Reads one page.
   *
   * @param reader turns a whole body into content, which keeps no part of the body; a body of which
   *     it says that it is unusable is asked for again
   * @throws SourceException when tries run out, or none is worth it
   */
  public <T> Page<T> page(PageRequest request, Function<Bytes, T> reader, CallTally tally) {
    return call(new PageEndpoint<>(request, reader, bodies), tally);
  }

  /** Makes a call that belongs to no stream. */
  public <T> T call(Endpoint<T> endpoint) {
    return call(endpoint, CallTally.none(endpoint.inWords()));
  }

  /**
   * Makes a call; tries again and waits as its endpoint and the policy allow.
   *
   * @throws SourceException when tries run out, or none is worth it
   */
  public <T> T call(Endpoint<T> endpoint, CallTally tally) {
    try {
      return new Exchange<>(parts, policy, endpoint, tally).hold();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SourceException.stopped(stopped);
    }
  }

  /**
   * How many pages may be in flight: this many, but one where Java's memory is too small, and none
   * for which no request would be left.
   */
  public int inFlight(int most) {
    return parts.room().isScarce() ? 1 : Math.max(1, Math.min(most, parts.budget().left()));
  }

  /** The scheme that has worked, or was configured. */
  public Optional<AuthScheme> authScheme() {
    return authorization.scheme();
  }

  /** Whether the run found no way to Virtuous, so that no request will be sent any more. */
  public boolean isHopeless() {
    return parts.contact().isHopeless();
  }

  /** Requests that are left of the organization's hour, as far as Virtuous says. */
  public Optional<Long> quotaLeft() {
    return quota.hour().left();
  }

  public HourlyQuota hourlyQuota() {
    return quota.hour();
  }
}
