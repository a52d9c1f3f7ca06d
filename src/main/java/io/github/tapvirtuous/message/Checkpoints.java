package io.github.tapvirtuous.message;

import java.util.Optional;

/** Where earlier runs left each stream. */
@FunctionalInterface
public interface Checkpoints {
  /** Empty for a stream that no run knew; of what is no object, an empty one. */
  Optional<Checkpoint> of(String stream);

  /** Of a first run. */
  static Checkpoints none() {
    return stream -> Optional.empty();
  }
}
