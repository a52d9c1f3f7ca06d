package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.webhook.watch.Answer;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a body as its bytes come, without a thread that waits for them. */
final class BodyReader implements Runnable {
  private final Request request;
  private final int mostBytes;
  private final BodyPieces pieces;
  private final Reader reader;

  /** Told once how it ended. */
  interface Reader {
    /** Gives back to the budget what it is long, once it is done with. */
    void whole(BodyPieces body);

    void refuse(Answer answer);

    void broken(Throwable failure);
  }

  BodyReader(Request request, int mostBytes, Budget budget, Reader reader) {
    this.request = request;
    this.mostBytes = mostBytes;
    this.pieces = new BodyPieces(budget);
    this.reader = reader;
  }

  @Override
  public void run() {
    for (var chunk = request.read(); chunk != null; chunk = request.read()) {
      if (Content.Chunk.isFailure(chunk)) {
        pieces.drop();
        reader.broken(chunk.getFailure());
        return;
      }
      var isLast = chunk.isLast();
      var isTaken = isTaken(chunk.getByteBuffer());
      chunk.release();
      if (!isTaken) {
        return;
      }
      if (isLast) {
        reader.whole(pieces);
        return;
      }
    }
    request.demand(this);
  }

  private boolean isTaken(ByteBuffer more) {
    if (pieces.length() + more.remaining() > mostBytes) {
      return refused(Answer.TOO_LARGE);
    }
    return pieces.take(more, request.getLength()) || refused(Answer.TOO_MUCH);
  }

  private boolean refused(Answer answer) {
    pieces.drop();
    reader.refuse(answer);
    return false;
  }
}
