package io.github.tapvirtuous.config;

/**
 * A value that must not be seen: prints as {@code ***}.
 *
 * @param value the text itself, for the one header or signature that needs it
 */
public record Secret(String value) {
  /** In place of one that a run does not need. */
  static final Secret NONE = new Secret("");

  @Override
  public String toString() {
    return "***";
  }
}
