package io.github.tapvirtuous.sync.read;

import java.util.Optional;
import java.util.function.Supplier;

/** Asks once, when it is needed, and remembers. For one thread at a time. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> source;
  private Optional<T> known = Optional.empty();

  Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (known.isEmpty()) {
      known = Optional.of(source.get());
    }
    return known.get();
  }
}
