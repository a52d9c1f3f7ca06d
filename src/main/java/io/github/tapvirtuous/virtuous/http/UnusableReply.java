package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.SourceException;
import org.jspecify.annotations.Nullable;

/** A reply that is no page: cut off, garbled, of another shape, or too large. */
public final class UnusableReply extends FailedTry {
  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  private UnusableReply(String what, boolean tooLarge, @Nullable Throwable cause) {
    super(what, cause);
    this.tooLarge = tooLarge;
  }

  public static UnusableReply malformed(Exception cause) {
    return new UnusableReply("an unusable reply: " + ForeignText.line(cause), false, cause);
  }

  public static UnusableReply tooLarge(int limit) {
    return new UnusableReply("a reply of more than " + (limit >> 20) + " MiB", true, null);
  }

  @Override
  public boolean isWorthAnotherTry() {
    return true;
  }

  @Override
  public boolean isHeavy() {
    return tooLarge;
  }

  @Override
  public SourceException.Kind kind() {
    return SourceException.Kind.REPLY;
  }

  @Override
  public String fix() {
    return tooLarge
        ? "Lower \"page_size\"."
        : "Check that \"base_url\" is the Virtuous API and that no proxy alters replies.";
  }
}
