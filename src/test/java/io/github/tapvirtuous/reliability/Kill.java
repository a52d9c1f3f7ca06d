package io.github.tapvirtuous.reliability;

import io.github.tapvirtuous.testing.process.ChildProcess;
import java.io.IOException;

/**
 * How a run is ended before its time, and when.
 *
 * @param afterCharacters of its output
 */
record Kill(Signal signal, long afterCharacters) {
  static final Kill NEVER = new Kill(Signal.NONE, Long.MAX_VALUE);

  enum Signal {
    NONE,
    SIGTERM,
    SIGKILL
  }

  /** Reads up to there and sends the signal; whether the run got so far. */
  boolean strikes(ChildProcess tap) throws IOException {
    var comes = tap.hasWritten(afterCharacters);
    if (comes) {
      send(tap.process().toHandle());
    }
    return comes;
  }

  /** To a handle, which leaves open what the process has still written. */
  private void send(ProcessHandle tap) {
    switch (signal) {
      case NONE -> {}
      case SIGTERM -> tap.destroy();
      case SIGKILL -> tap.destroyForcibly();
    }
  }
}
