package io.github.tapvirtuous.error;

/** Whoever reads our stdout has gone away, or the disk behind it is full. */
public final class OutputException extends TapException {
  private static final long serialVersionUID = 1L;

  public OutputException(Throwable cause) {
    this(
        "Writing to stdout failed (" + cause.getMessage() + ").",
        "The target has probably stopped: its own log says why.",
        cause);
  }

  private OutputException(String what, String fix, Throwable cause) {
    super(what, fix, cause);
  }

  /** The signal that ends this run has ended the reader as well, as Ctrl-C does. */
  public OutputException stoppedTogether() {
    return new OutputException(
        "The run was stopped, and the reader of its output had already ended: what that had not"
            + " taken in is not saved.",
        "Go on from the last state that the target printed.",
        this);
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
