package io.github.tapvirtuous.quota;

import java.time.Duration;

/** A wait. */
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
