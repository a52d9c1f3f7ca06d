package io.github.tapvirtuous.log;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Marks the reason why the program ends: {@code LOG.error(Fatal.EXIT, "…")} shows as CRITICAL. */
public final class Fatal {
  public static final Marker EXIT = MarkerFactory.getMarker("FATAL");

  private Fatal() {}
}
