package io.github.tapvirtuous.standin.webhook;

/** Carries a letter to whom it is for. */
interface Post extends AutoCloseable {
  /** The answer's status, 0 if there was none in time. */
  int deliver(Letter letter);

  /** Ends what is under way. */
  @Override
  default void close() {}
}
