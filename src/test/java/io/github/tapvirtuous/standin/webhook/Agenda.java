package io.github.tapvirtuous.standin.webhook;

import java.time.Duration;

/** Does things later. */
interface Agenda extends AutoCloseable {
  void after(Duration delay, Runnable work);

  /** Forgets what is left to do. */
  @Override
  default void close() {}
}
