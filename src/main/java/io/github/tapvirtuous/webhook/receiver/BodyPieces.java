package io.github.tapvirtuous.webhook.receiver;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What has come of a body, in pieces: one array would be copied each time that it is too small, and
 * leave twice its size behind.
 */
final class BodyPieces {
  private static final int LARGEST = 64 << 10;
  private static final int SMALLEST = 4 << 10;

  private final Budget budget;
  private final List<byte[]> pieces = new ArrayList<>();
  private int room;
  private int length;

  BodyPieces(Budget budget) {
    this.budget = budget;
  }

  int length() {
    return length;
  }

  /**
   * Takes it all, unless the budget is used up.
   *
   * @param announced how long the body is said to be, or less than 0
   */
  boolean take(ByteBuffer more, long announced) {
    while (more.hasRemaining()) {
      if (room == 0 && !hasGrown(more.remaining(), announced)) {
        return false;
      }
      var piece = pieces.get(pieces.size() - 1);
      var part = Math.min(room, more.remaining());
      more.get(piece, piece.length - room, part);
      room -= part;
      length += part;
    }
    return true;
  }

  private boolean hasGrown(int needed, long announced) {
    var likely = Math.max(needed, announced < 0 ? SMALLEST : announced - length);
    var size = (int) Math.min(LARGEST, likely);
    if (!budget.take(size)) {
      return false;
    }
    pieces.add(new byte[size]);
    room = size;
    return true;
  }

  /** All of it, once; the budget then counts its length, which whoever has it gives back. */
  byte[] joined() {
    budget.giveBack(room);
    if (room == 0 && pieces.size() == 1) {
      return pieces.get(0);
    }
    var whole = ByteBuffer.allocate(length);
    for (var piece : pieces) {
      whole.put(piece, 0, Math.min(piece.length, whole.remaining()));
    }
    pieces.clear(); // what is made of them needs the room
    return whole.array();
  }

  /** Gives everything back. */
  void drop() {
    budget.giveBack(length + (long) room);
    pieces.clear();
    room = 0;
    length = 0;
  }
}
