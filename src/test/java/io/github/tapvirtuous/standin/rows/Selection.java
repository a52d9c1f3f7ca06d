package io.github.tapvirtuous.standin.rows;

import java.util.Arrays;

/** The part of a table that one reply shows. */
public final class Selection {
  private final int[] indices;
  private final int total;

  private Selection(int[] indices, int total) {
    this.indices = indices;
    this.total = total;
  }

  static Selection page(int[] matches, Query query, int total) {
    var from = Math.min(query.skip(), matches.length);
    var to = (int) Math.min((long) from + query.take(), matches.length);
    return new Selection(Arrays.copyOfRange(matches, from, to), total);
  }

  int total() {
    return total;
  }

  /** The reply's body. */
  public byte[] render(RowSnapshot snapshot, Envelope envelope) {
    var before = envelope.before(total);
    if (!envelope.showsRows()) {
      return before;
    }
    var after = envelope.after(total);
    var body = new byte[before.length + length(snapshot) + after.length];
    System.arraycopy(before, 0, body, 0, before.length);
    var end = copyRows(snapshot, body, before.length);
    System.arraycopy(after, 0, body, end, after.length);
    return body;
  }

  private int length(RowSnapshot snapshot) {
    var length = Math.max(0, indices.length - 1);
    for (var index : indices) {
      length += snapshot.row(index).length(snapshot.key(index));
    }
    return length;
  }

  private int copyRows(RowSnapshot snapshot, byte[] body, int start) {
    var at = start;
    for (var i = 0; i < indices.length; i++) {
      if (i > 0) {
        body[at++] = ',';
      }
      at = snapshot.row(indices[i]).copyTo(body, at, snapshot.key(indices[i]));
    }
    return at;
  }
}
