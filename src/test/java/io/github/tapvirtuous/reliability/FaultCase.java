package io.github.tapvirtuous.reliability;

import static io.github.tapvirtuous.reliability.FaultCase.Effect.HARMLESS;
import static io.github.tapvirtuous.reliability.FaultCase.Effect.NO_ORDER;
import static io.github.tapvirtuous.reliability.FaultCase.Effect.RETRIED;
import static io.github.tapvirtuous.reliability.FaultCase.Effect.SLOW;
import static io.github.tapvirtuous.reliability.FaultCase.Effect.UNSENT;
import static io.github.tapvirtuous.reliability.FaultCase.Effect.WAITED_FOR;

import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One way in which a page can go wrong. A new one is one line in {@link #ALL}.
 *
 * @param name as in {@code docs/reliability.md}
 */
record FaultCase(String name, Effect effect, Fault fault) {
  private static final Duration BEYOND_THE_TIMEOUT = Duration.ofMillis(1_500);
  private static final int BEYOND_THE_LIMIT = 65;

  /** What a fault does to a run: once, and when it comes each time that its page is asked for. */
  enum Effect {
    RETRIED("asked again: every row once", "stream failed, exit 1, state before this page"),
    SLOW("asked again: every row once", "asked for half the rows, then as above"),
    WAITED_FOR("waits, then asks again: every row once", "waits as long as it takes"),
    HARMLESS("every row once", "every row once"),
    NO_ORDER("every row once or twice, unverified", "incomplete, exit 1, begins anew"),
    UNSENT("named by its position, exit 1, begins anew", "named by its position, exit 1");

    private final String once;
    private final String forEver;

    Effect(String once, String forEver) {
      this.once = once;
      this.forEver = forEver;
    }

    /** A row of the table in the documentation. */
    String documented(String fault) {
      return "| " + fault + " | " + once + " | " + forEver + " |";
    }

    boolean lasts() {
      return this != WAITED_FOR;
    }
  }

  static final List<FaultCase> ALL =
      List.of(
          of("reset before the reply", RETRIED, Faults.reset()),
          of("closed without a reply", RETRIED, Faults.closed()),
          of("reset in the body", RETRIED, Faults.resetInBody()),
          of("body cut, length right", RETRIED, Faults.cutAt(15)),
          of("truncated JSON with 200", RETRIED, Faults.truncated()),
          of("empty 200", RETRIED, Faults.empty200()),
          of("text with 200", RETRIED, Faults.plainText200()),
          of("HTML with 200", RETRIED, Faults.html200()),
          of("something behind the JSON", RETRIED, PageFaults.twoDocuments()),
          of("408", RETRIED, Faults.status(408)),
          of("500", RETRIED, Faults.status(500)),
          of("502 with HTML", RETRIED, Faults.html502()),
          of("503 with Retry-After", RETRIED, Faults.statusWith(503, "Retry-After", "7")),
          of("504", RETRIED, Faults.status(504)),
          of("520", RETRIED, Faults.status(520)),
          of("500 with gzip garbage", RETRIED, Faults.garbled(Faults.status(500))),
          of("503 in Brotli", RETRIED, Faults.brotli(Faults.status(503))),
          of("429 with Retry-After", WAITED_FOR, Faults.limited(Map.of("Retry-After", "7"))),
          of("429 without Retry-After", WAITED_FOR, Faults.limited(Map.of())),
          of("429 with gzip garbage", WAITED_FOR, Faults.garbled(Faults.limited(Map.of()))),
          of("429 in Brotli", WAITED_FOR, Faults.brotli(Faults.limited(Map.of()))),
          of("body stalls", SLOW, Faults.stalled(BEYOND_THE_TIMEOUT)),
          of("headers come late", SLOW, Faults.slow(BEYOND_THE_TIMEOUT)),
          of("gzip garbage", RETRIED, Faults.gzipGarbage()),
          of("gzip bomb", RETRIED, Faults.gzipBomb(BEYOND_THE_LIMIT)),
          of("wrong content type", HARMLESS, Faults.contentType("text/html")),
          of("a name twice in a row", HARMLESS, PageFaults.nameTwice()),
          of("a key twice in a page", NO_ORDER, PageFaults.keyTwice()),
          of("`total` missing", HARMLESS, PageFaults.totalMissing()),
          of("`total` negative", HARMLESS, PageFaults.totalNegative()),
          of("`total` as text", HARMLESS, PageFaults.totalAsText()),
          of("`total` of 0", HARMLESS, PageFaults.totalOf(0)),
          of("`total` first", HARMLESS, PageFaults.totalFirst()),
          of("`list` null", RETRIED, PageFaults.listNull()),
          of("`list` missing", RETRIED, PageFaults.listMissing()),
          of("an array at the root", HARMLESS, PageFaults.rootArray()),
          of("a row without its key", UNSENT, PageFaults.keyMissing()));

  private static FaultCase of(String name, Effect effect, Fault fault) {
    return new FaultCase(name, effect, fault);
  }

  String documented() {
    return effect.documented(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
