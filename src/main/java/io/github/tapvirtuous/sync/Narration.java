package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.message.Bookmarks;
import io.github.tapvirtuous.message.Message;
import io.github.tapvirtuous.message.MessageSink;
import io.github.tapvirtuous.sync.state.StreamBookmark;

/**
 * What a run says, in the order that targets rely on: the incoming state first, each bookmark only
 * after the rows it speaks of, the state last.
 */
final class Narration {
  private final MessageSink sink;
  private Bookmarks bookmarks;
  private boolean begun;

  Narration(MessageSink sink, Bookmarks incoming) {
    this.sink = sink;
    this.bookmarks = incoming;
  }

  void say(Message message) {
    begin();
    message.sendTo(sink);
  }

  /** Every row so far of this stream was said. */
  void reached(String stream, StreamBookmark bookmark) {
    bookmarks = bookmarks.with(stream, bookmark.writeInto(bookmarks.of(stream)));
    say(new Message.Progress(bookmarks));
  }

  /** Nothing is said before the first reply: a wrong key leaves stdout empty. */
  boolean hasBegun() {
    return begun;
  }

  void end() {
    say(new Message.Progress(bookmarks));
  }

  private void begin() {
    if (!begun) {
      begun = true;
      new Message.Progress(bookmarks).sendTo(sink);
    }
  }
}
