package io.github.tapvirtuous.error;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a config, gathered so that all of it is said at once. */
public final class Problems {
  private final List<String> found = new ArrayList<>();

  public void add(String what, String fix) {
    found.add(what + " " + fix);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw ConfigException.of(found);
    }
  }
}
