package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import java.util.TreeSet;

/** The rows of a stream that no target could take, for want of a key. */
final class UnsentRows {
  private static final int NAMED = 5;
  private static final String FIX =
      "Look at them in Virtuous, or ask its support why they have no key.";

  private final String stream;
  private final String key;

  /** Places in the table, so that a row read twice counts once. */
  private final TreeSet<Integer> places = new TreeSet<>();

  UnsentRows(String stream, String key) {
    this.stream = stream;
    this.key = key;
  }

  String stream() {
    return stream;
  }

  void count(int skip, RenderedPage.Summary summary) {
    summary.withoutKey().forEach(place -> places.add(skip + place));
  }

  boolean isNone() {
    return places.isEmpty();
  }

  /** How the stream ends for want of these rows, and for whatever else its scan lacks. */
  SourceException failure(ScanEnd end) {
    var besides = end.isWhole() ? "" : " Besides, the scan is incomplete: " + end.why() + ".";
    return new SourceException(Kind.REPLY, sentence() + besides, FIX);
  }

  /** A failure that came between, and these rows, without which no run goes well. */
  SourceException besides(SourceException failure) {
    var what = failure.getMessage() + " Besides, " + sentence();
    var kind = failure.kind() == Kind.USED_UP ? Kind.REPLY : failure.kind();
    return new SourceException(kind, what, FIX, failure);
  }

  private String sentence() {
    var named = places.stream().limit(NAMED).map(String::valueOf).toList();
    return places.size()
        + " row(s) of "
        + stream
        + " have no usable \""
        + key
        + "\" and could not be sent: position "
        + String.join(", ", named)
        + (places.size() > NAMED ? " and more." : ".");
  }
}
