package io.github.tapvirtuous.sync.scan;

import java.util.OptionalLong;

/**
 * The way over rows without keys, where no key tells whether rows slipped between two pages. It is
 * gone again until the same thing ends it at the same place: then no row in front of that place has
 * vanished meanwhile, so that the pages on the way joined.
 */
final class Crossing {
  private static final int NOWHERE = -1;
  private static final Sight NOTHING = new Sight(OptionalLong.empty(), NOWHERE);

  private int start = NOWHERE;
  private Sight sight = NOTHING;

  /**
   * What ends the way.
   *
   * @param key the first behind it, none where the table ends
   */
  private record Sight(OptionalLong key, int place) {}

  boolean isUnderWay() {
    return start != NOWHERE;
  }

  /** The place of the page with which it began, the last that a key joined to those before. */
  int start() {
    return start;
  }

  void startAt(int place) {
    start = place;
  }

  /** Where to begin the same way again: on a page that a key joins, as before. */
  int again() {
    var place = start;
    start = NOWHERE;
    return place;
  }

  void stop() {
    start = NOWHERE;
    sight = NOTHING;
  }

  /** Whether the first key of this page, or its end if it has none, was seen there before. */
  boolean isConfirmedBy(ScanReply reply) {
    var before = sight;
    sight =
        reply.keys().isEmpty()
            ? new Sight(OptionalLong.empty(), reply.place() + reply.length())
            : new Sight(OptionalLong.of(reply.keys().first()), reply.place() + reply.firstKeyed());
    return sight.equals(before);
  }
}
