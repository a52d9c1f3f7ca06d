package io.github.tapvirtuous.report;

import java.time.Duration;
import java.time.Instant;

/** Hears what calls to Virtuous take; any thread may tell it. */
public interface CallTally {
  /** For people: whom the calls are for. */
  String name();

  void requestSent();

  /**
   * A request has ended.
   *
   * @param status 0 when no reply came
   */
  void requestEnded(int status, Duration duration);

  void retried();

  /** It waits until then, as nothing is left of the quota. */
  void waitsForQuota(Instant until);

  void waited(Duration pause);

  /** A page was asked for again with half its rows. */
  void halved();

  /** For calls that belong to no stream: counts nothing. */
  static CallTally none(String name) {
    return new Uncounted(name);
  }

  /** Counts nothing. */
  record Uncounted(String name) implements CallTally {
    @Override
    public void requestSent() {}

    @Override
    public void requestEnded(int status, Duration duration) {}

    @Override
    public void retried() {}

    @Override
    public void waitsForQuota(Instant until) {}

    @Override
    public void waited(Duration pause) {}

    @Override
    public void halved() {}
  }
}
