package io.github.tapvirtuous.standin;

/** The request says something that Virtuous would not take. */
final class UnreadableQuery extends RuntimeException {
  UnreadableQuery(String message) {
    super(message);
  }
}
