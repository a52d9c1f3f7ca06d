package io.github.tapvirtuous.sync.scan;

/** A set of whole numbers without an object for each: eight bytes a place, at most half full. */
final class LongSet {
  private static final int SMALLEST = 1024;

  private long[] places = new long[SMALLEST];
  private boolean[] taken = new boolean[SMALLEST];
  private int size;

  boolean contains(long number) {
    return taken[placeOf(number)];
  }

  /** Whether the number was not there before. */
  boolean add(long number) {
    var place = placeOf(number);
    if (taken[place]) {
      return false;
    }
    taken[place] = true;
    places[place] = number;
    if (++size * 2 > places.length) {
      grow();
    }
    return true;
  }

  private int placeOf(long number) {
    var mask = places.length - 1;
    var place = (int) ((number * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (taken[place] && places[place] != number) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    var oldPlaces = places;
    var oldTaken = taken;
    places = new long[oldPlaces.length * 2];
    taken = new boolean[places.length];
    size = 0;
    for (int place = 0; place < oldPlaces.length; place++) {
      if (oldTaken[place]) {
        add(oldPlaces[place]);
      }
    }
  }
}
