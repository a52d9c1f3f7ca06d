package io.github.tapvirtuous.ecosystem.compatibility;

/** What there is to try with a target: a column of the table. */
public enum Aspect {
  ROWS("rows"),
  VALUES("values"),
  FIELDS("new fields"),
  CHANGES("changes"),
  STATE("state"),
  EVENTS("deletes by webhooks"),
  VERSIONS("`ACTIVATE_VERSION`");

  private final String heading;

  Aspect(String heading) {
    this.heading = heading;
  }

  @Override
  public String toString() {
    return heading;
  }
}
