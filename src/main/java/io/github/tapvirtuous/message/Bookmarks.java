package io.github.tapvirtuous.message;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run knows of the ones before: {@code {"bookmarks":{"<stream>":{…}}}}. Immutable; what it
 * does not understand it keeps.
 */
public final class Bookmarks {
  public static final String BOOKMARKS = "bookmarks";

  private final ObjectNode root;

  private Bookmarks(ObjectNode root) {
    this.root = root;
  }

  public static Bookmarks empty() {
    return of(JsonNodeFactory.instance.objectNode());
  }

  /** An object without usable bookmarks gets an empty set of them. */
  public static Bookmarks of(ObjectNode state) {
    return new Bookmarks(copy(state));
  }

  /** What lies within a bookmark is shared: it may be deeper than calls can nest. */
  private static ObjectNode copy(ObjectNode state) {
    var bookmarks = JsonNodeFactory.instance.objectNode();
    if (state.path(BOOKMARKS) instanceof ObjectNode known) {
      bookmarks.setAll(known);
    }
    return JsonNodeFactory.instance.objectNode().setAll(state).set(BOOKMARKS, bookmarks);
  }

  /** The bookmark of one stream; a missing node where it has none. */
  public JsonNode of(String stream) {
    return root.path(BOOKMARKS).path(stream);
  }

  public Bookmarks with(String stream, ObjectNode bookmark) {
    var copy = copy(root);
    copy.withObjectProperty(BOOKMARKS).set(stream, bookmark);
    return new Bookmarks(copy);
  }

  /** A copy, so that nobody edits this one; the bookmarks in it stay as they are. */
  public ObjectNode toJson() {
    return copy(root);
  }
}
