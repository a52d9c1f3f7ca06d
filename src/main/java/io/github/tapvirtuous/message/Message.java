package io.github.tapvirtuous.message;

import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;

/** What the engine has to say, in no protocol's words. Sinks turn it into Singer or Airbyte. */
public sealed interface Message {
  void sendTo(MessageSink sink);

  /**
   * The columns of the rows that follow.
   *
   * @param stream the stream's name in the output
   */
  record Schema(String stream, TableSchema schema) implements Message {
    @Override
    public void sendTo(MessageSink sink) {
      sink.schema(this);
    }
  }

  /**
   * A page of finished rows, which is closed once it was said.
   *
   * @param extractedAt when the reply that held them arrived
   */
  record Rows(String stream, RenderedPage page, Instant extractedAt) implements Message {
    @Override
    public void sendTo(MessageSink sink) {
      sink.rows(this);
    }
  }

  /** Where the run stands, every row said so far included. */
  record Progress(Bookmarks bookmarks) implements Message {
    @Override
    public void sendTo(MessageSink sink) {
      sink.progress(this);
    }
  }
}
