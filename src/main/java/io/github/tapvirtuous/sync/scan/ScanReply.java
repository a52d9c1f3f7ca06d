package io.github.tapvirtuous.sync.scan;

import java.util.List;

/**
 * What a scan needs to know of a reply.
 *
 * @param ask as it was when the request was planned
 * @param take rows asked for in the end: fewer than planned when the page proved heavy
 * @param length elements of the list
 * @param total rows of the part that was asked for as the reply says, -1 without a usable number
 * @param keys one for each element that has a usable one
 * @param withoutKey places in the list that hold no row with a usable key, in ascending order
 */
public record ScanReply(
    Ask ask, int take, int length, long total, Keys keys, List<Integer> withoutKey) {
  public ScanReply {
    withoutKey = List.copyOf(withoutKey);
  }

  int skip() {
    return ask.skip();
  }

  /** Where the page begins in the table, as far as is known. */
  int place() {
    return ask.place();
  }

  /** Whether fewer rows were asked for in the end than at first. */
  boolean wasHeavy() {
    return take < ask.take();
  }

  boolean hasTotal() {
    return total >= 0;
  }

  /** Whether no row can be missing in front of it. */
  boolean isTableStart() {
    return skip() == 0 && ask.part().isWhole();
  }

  /** Rows of the whole table, in the same count as {@link #place}. */
  long tableTotal() {
    return hasTotal() ? ask.part().place() + total : total;
  }

  /** Rows that should have been read once all of this part are. */
  long rowsDue() {
    return hasTotal() ? ask.part().rowsBefore() + total : total;
  }

  boolean isFull() {
    return length == take;
  }

  boolean reachesTotal() {
    return hasTotal() && skip() + length >= total;
  }

  /** Whether more rows follow this page, as far as its total can be believed. */
  boolean endsBeforeTotal() {
    return hasTotal() && skip() + length < total;
  }

  /** Whether no key behind the first row tells where the next page joins on. */
  boolean endsInDark() {
    return lastKeyed() < Math.min(1, length - 1);
  }

  /** The place from which to go on: the last key, or the last row where that is no way forward. */
  int lastJudged() {
    return endsInDark() ? length - 1 : lastKeyed();
  }

  /** The place of the first usable key, if there is any. */
  int firstKeyed() {
    var place = 0;
    while (place < withoutKey.size() && withoutKey.get(place) == place) {
      place++;
    }
    return place;
  }

  /** The place of the last usable key, -1 without any. */
  private int lastKeyed() {
    var place = length - 1;
    for (int at = withoutKey.size() - 1; at >= 0 && withoutKey.get(at) == place; at--) {
      place--;
    }
    return place;
  }
}
