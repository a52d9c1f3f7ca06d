package io.github.tapvirtuous.standin.query;

/** The request says something that Virtuous would not take. */
public final class UnreadableQuery extends RuntimeException {
  public UnreadableQuery(String message) {
    super(message);
  }
}
