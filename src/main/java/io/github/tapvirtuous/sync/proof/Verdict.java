package io.github.tapvirtuous.sync.proof;

/**
 * What a proof showed. Only {@link Kind#PROVEN} is believed.
 *
 * @param why in words for the report, a clause such as {@code "\"Last Modified Date\" OnOrAfter
 *     does not cut: …"}; {@code ""} where it is proven
 */
public record Verdict(Kind kind, String why) {
  static final Verdict PROVEN = new Verdict(Kind.PROVEN, "");

  /** The three ways in which a proof can end. */
  public enum Kind {
    PROVEN,
    /** Nothing was shown, one way or the other: another row or another day may show it. */
    OPEN,
    /** The server does something else than what it was asked for. */
    DISPROVEN
  }

  public static Verdict open(String why) {
    return new Verdict(Kind.OPEN, why);
  }

  static Verdict disproven(String why) {
    return new Verdict(Kind.DISPROVEN, why);
  }

  public boolean isBelieved() {
    return kind == Kind.PROVEN;
  }

  /** Both must be proven; else the first that is not says why. */
  Verdict and(Verdict other) {
    return isBelieved() ? other : this;
  }
}
