package io.github.tapvirtuous.testing.process;

import java.io.IOException;
import java.util.List;

/**
 * Programs that run, each of which reads what the one before it writes.
 *
 * @param programs two or more
 */
public record Piped(List<ChildProcess> programs) implements AutoCloseable {
  public Piped {
    programs = List.copyOf(programs);
  }

  /** The first of them, such as a tap. */
  public ChildProcess writer() {
    return programs.get(0);
  }

  /** The last of them, such as a target. */
  public ChildProcess reader() {
    return programs.get(programs.size() - 1);
  }

  /** Waits for both ends; the reader comes first, since it may wait until its output is read. */
  public Ended ended() throws IOException, InterruptedException {
    var read = reader().ended();
    return new Ended(writer().ended(), read);
  }

  @Override
  public void close() throws IOException {
    for (var program : programs) {
      program.close();
    }
  }

  /** What the first and the last of them left behind. */
  public record Ended(Ran writer, Ran reader) {
    /** This, if both did what they should. */
    public Ended well() {
      writer.well();
      reader.well();
      return this;
    }
  }
}
