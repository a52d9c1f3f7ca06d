package io.github.tapvirtuous.config;

import java.time.Duration;

/** A wait. */
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
