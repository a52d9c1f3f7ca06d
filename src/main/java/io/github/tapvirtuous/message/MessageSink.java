package io.github.tapvirtuous.message;

/**
 * The one output port. Called by one thread. {@link #schema} and {@link #progress} leave nothing
 * behind in a buffer: whatever was said before them can be read by then. What is kept of a
 * message's page is a copy: its memory serves another page when the call is over.
 */
public interface MessageSink {
  void schema(Message.Schema schema);

  void rows(Message.Rows rows);

  void progress(Message.Progress progress);
}
