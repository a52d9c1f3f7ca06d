package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.json.CleanJson;
import io.github.tapvirtuous.json.OutputBuffer;
import io.github.tapvirtuous.row.RenderedPage;
import java.io.OutputStream;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ObjectNode;

/** Where all messages go, one a line. Any thread may speak, none into another one's line. */
public final class AirbyteOutput {
  private static final byte[] LINE_END = {'\n'};

  private final OutputBuffer out;

  /**
   * Says nothing yet.
   *
   * @param out throws when a write fails
   */
  public AirbyteOutput(OutputStream out) {
    this.out = new OutputBuffer(out);
  }

  /**
   * Says a message at once.
   *
   * @throws OutputException when nobody reads
   */
  public synchronized void say(ObjectNode message) {
    out.append(CleanJson.compact(message));
    out.append(LINE_END);
    out.flush();
  }

  /** Row by row a copy of bytes, which may wait for the next message: no text is made of them. */
  synchronized void sayRows(RenderedPage rows, byte[] start, IntFunction<byte[]> end) {
    for (int row = 0; row < rows.rows(); row++) {
      out.append(start);
      out.append(rows.bytes(), rows.start(row), rows.end(row));
      out.append(end.apply(row));
    }
  }
}
