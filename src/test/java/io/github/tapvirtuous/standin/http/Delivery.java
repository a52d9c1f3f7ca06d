package io.github.tapvirtuous.standin.http;

import java.time.Duration;

/**
 * How a reply travels.
 *
 * @param delay before the first byte
 * @param ending what happens to the connection
 * @param at the byte of the body at which a reset or stall comes
 * @param stall how long a stalled body rests
 */
public record Delivery(Duration delay, Ending ending, int at, Duration stall) {
  /** What happens to the connection. */
  public enum Ending {
    /** The reply arrives. */
    WHOLE,
    /** Reset before the first byte. */
    RESET,
    /** Closed in good order, without a byte. */
    CLOSED,
    /** Broken within the body. */
    RESET_IN_BODY,
    /** The body rests for a while. */
    STALLED
  }

  public static final Delivery WHOLE = of(Ending.WHOLE, 0);

  private static Delivery of(Ending ending, int at) {
    return new Delivery(Duration.ZERO, ending, at, Duration.ZERO);
  }

  public Delivery ending(Ending other, int where) {
    return new Delivery(delay, other, where, stall);
  }

  public Delivery stalled(int where, Duration rest) {
    return new Delivery(delay, Ending.STALLED, where, rest);
  }

  public Delivery after(Duration pause) {
    return new Delivery(delay.plus(pause), ending, at, stall);
  }
}
