package io.github.tapvirtuous.event;

/** A body that nobody can make events of. Its content is not quoted: it may be anybody's. */
public final class UnreadableDeliveryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Flaw flaw;

  /** What is wrong with a body. */
  public enum Flaw {
    NOT_JSON("is not valid JSON"),
    TOO_DEEP("is nested more than " + JsonParts.DEEPEST + " levels deep");

    private final String words;

    Flaw(String words) {
      this.words = words;
    }

    /** A clause that goes on after the name of a body. */
    public String words() {
      return words;
    }
  }

  UnreadableDeliveryException(Flaw flaw) {
    super("The body " + flaw.words() + ".");
    this.flaw = flaw;
  }

  public Flaw flaw() {
    return flaw;
  }
}
