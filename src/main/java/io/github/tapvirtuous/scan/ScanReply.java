package io.github.tapvirtuous.scan;

/**
 * What a scan needs to know of a reply.
 *
 * @param skip as asked
 * @param take as asked
 * @param length elements of the list
 * @param total rows of the whole table as the reply says, -1 without a usable number
 * @param keys one for each element that has a usable one
 * @param lastKeyed the place in the list of the last element with a usable key, -1 without any
 */
record ScanReply(int skip, int take, int length, long total, Keys keys, int lastKeyed) {

  boolean hasTotal() {
    return total >= 0;
  }

  boolean isShort() {
    return length < take;
  }

  boolean reachesTotal() {
    return hasTotal() && skip + length >= total;
  }

  /** Whether more rows follow this page, as far as its total can be believed. */
  boolean endsBeforeTotal() {
    return hasTotal() && skip + length < total;
  }

  /** The place from which the next page can be judged: the last usable key, else the last row. */
  int lastJudged() {
    return lastKeyed < 0 ? length - 1 : lastKeyed;
  }
}
