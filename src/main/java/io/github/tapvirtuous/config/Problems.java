package io.github.tapvirtuous.config;

import io.github.tapvirtuous.error.ConfigException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a config, gathered so that all of it is said at once. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(String what, String fix) {
    found.add(what + " " + fix);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw ConfigException.of(found);
    }
  }
}
