package io.github.tapvirtuous.error;

/** Whoever reads our stdout has gone away, or the disk behind it is full. */
public final class OutputException extends TapException {
  private static final long serialVersionUID = 1L;

  public OutputException(Throwable cause) {
    super(
        "Writing to stdout failed (" + cause.getMessage() + ").",
        "The target has probably stopped: its own log says why.",
        cause);
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
