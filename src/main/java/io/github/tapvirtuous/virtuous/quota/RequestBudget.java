package io.github.tapvirtuous.virtuous.quota;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests that a run may make, whatever they are for; any number of threads take them. */
public final class RequestBudget {
  private final int most;
  private final AtomicInteger left;

  public RequestBudget(int most) {
    this.most = most;
    this.left = new AtomicInteger(most);
  }

  /**
   * Takes one, which is then sent.
   *
   * @param purpose for people: what it is for
   * @throws SourceException of kind {@code USED_UP} when none is left
   */
  public void take(String purpose) {
    if (left.getAndUpdate(before -> Math.max(0, before - 1)) == 0) {
      throw usedUp(purpose);
    }
  }

  public int left() {
    return left.get();
  }

  /** What ends a call for which none is left. */
  public SourceException usedUp(String purpose) {
    return new SourceException(
        Kind.USED_UP,
        purpose,
        "\"max_requests\" (" + most + ") is used up.",
        () -> "Raise it, or remove it.",
        null);
  }
}
