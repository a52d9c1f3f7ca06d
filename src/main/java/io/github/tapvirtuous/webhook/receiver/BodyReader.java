package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.webhook.watch.Answer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a body as its bytes come, without a thread that waits for them. */
final class BodyReader implements Runnable {
  private static final int FIRST_BYTES = 4096;

  private final Request request;
  private final int mostBytes;
  private final Budget budget;
  private final Reader reader;
  private byte[] bytes = {};
  private int length;

  /** Told once how it ended. */
  interface Reader {
    /** Gives back to the budget what the body is long, once it is done with. */
    void whole(byte[] body);

    void refuse(Answer answer);

    void broken(Throwable failure);
  }

  BodyReader(Request request, int mostBytes, Budget budget, Reader reader) {
    this.request = request;
    this.mostBytes = mostBytes;
    this.budget = budget;
    this.reader = reader;
  }

  @Override
  public void run() {
    for (var chunk = request.read(); chunk != null; chunk = request.read()) {
      if (Content.Chunk.isFailure(chunk)) {
        drop();
        reader.broken(chunk.getFailure());
        return;
      }
      var isLast = chunk.isLast();
      try {
        if (!hasTaken(chunk.getByteBuffer())) {
          return;
        }
      } finally {
        chunk.release();
      }
      if (isLast) {
        end();
        return;
      }
    }
    request.demand(this);
  }

  private boolean hasTaken(ByteBuffer more) {
    var needed = length + more.remaining();
    if (needed > mostBytes) {
      return refused(Answer.TOO_LARGE);
    }
    if (needed > bytes.length && !hasGrown(needed)) {
      return refused(Answer.TOO_MUCH);
    }
    more.get(bytes, length, more.remaining());
    length = needed;
    return true;
  }

  /** To as much as is announced, but not before so much of it has come that it can be believed. */
  private boolean hasGrown(int needed) {
    var announced = request.getLength();
    var roomy = Math.max(FIRST_BYTES, Math.min(mostBytes, 2L * needed));
    var capacity = announced >= needed ? Math.min(announced, roomy) : roomy;
    if (!budget.take(capacity - bytes.length)) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, (int) capacity);
    return true;
  }

  private boolean refused(Answer answer) {
    drop();
    reader.refuse(answer);
    return false;
  }

  private void drop() {
    budget.giveBack(bytes.length);
    bytes = new byte[0];
  }

  private void end() {
    budget.giveBack(bytes.length - length);
    reader.whole(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
  }
}
