package io.github.tapvirtuous.extract;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.render.RenderedPage;
import java.util.TreeSet;

/** The rows of a stream that no target could take, for want of a key. */
final class UnsentRows {
  private static final int NAMED = 5;

  /** Places in the table, so that a row read twice counts once. */
  private final TreeSet<Integer> places = new TreeSet<>();

  void count(int skip, RenderedPage.Extent extent) {
    extent.withoutKey().forEach(place -> places.add(skip + place));
  }

  boolean isNone() {
    return places.isEmpty();
  }

  SourceException failure(String stream, String key) {
    var named = places.stream().limit(NAMED).map(String::valueOf).toList();
    return new SourceException(
        Kind.REPLY,
        places.size()
            + " row(s) of "
            + stream
            + " have no usable \""
            + key
            + "\" and could not be sent: position "
            + String.join(", ", named)
            + (places.size() > NAMED ? " and more." : "."),
        "Look at them in Virtuous, or ask its support why they have no key.");
  }
}
