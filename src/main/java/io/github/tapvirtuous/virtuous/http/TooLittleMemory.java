package io.github.tapvirtuous.virtuous.http;

import java.nio.channels.ClosedSelectorException;

/** Java's memory is too small for a reply: how that shows, and what helps. */
public final class TooLittleMemory {
  private static final long MEBIBYTE = 1 << 20;
  private static final long STEP = 64;

  private TooLittleMemory() {}

  /**
   * Whether this came of a lack of memory. The JDK's client closes its selector for good when its
   * own thread runs out of it, and says no more than that to the requests that follow.
   */
  public static boolean isBehind(Throwable thrown) {
    return NetworkWords.chain(thrown).stream()
        .anyMatch(
            cause -> cause instanceof OutOfMemoryError || cause instanceof ClosedSelectorException);
  }

  /** What the user can do about it: about twice the memory that there is now, or smaller pages. */
  public static String advice() {
    return advice(Runtime.getRuntime().maxMemory());
  }

  static String advice(long bytes) {
    var steps = (2 * (bytes / MEBIBYTE) + STEP - 1) / STEP;
    return "Give it more, such as JAVA_OPTS=-Xmx%dm, or lower \"page_size\"".formatted(steps * STEP)
        + " or \"max_concurrent_requests\".";
  }
}
