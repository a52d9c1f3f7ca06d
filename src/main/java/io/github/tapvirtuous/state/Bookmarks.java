package io.github.tapvirtuous.state;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run knows of the ones before: {@code {"bookmarks":{"<stream>":{…}}}}. Immutable; what it
 * does not understand it keeps.
 */
public final class Bookmarks {
  private static final String BOOKMARKS = "bookmarks";

  private final ObjectNode root;

  private Bookmarks(ObjectNode root) {
    this.root = root;
  }

  public static Bookmarks empty() {
    return of(JsonNodeFactory.instance.objectNode());
  }

  /** An object without usable bookmarks gets an empty set of them. */
  public static Bookmarks of(ObjectNode state) {
    var root = state.deepCopy();
    if (!root.path(BOOKMARKS).isObject()) {
      root.putObject(BOOKMARKS);
    }
    return new Bookmarks(root);
  }

  /** The bookmark of one stream; a missing node where it has none. */
  public JsonNode of(String stream) {
    return root.path(BOOKMARKS).path(stream);
  }

  public Bookmarks with(String stream, ObjectNode bookmark) {
    var copy = root.deepCopy();
    copy.withObjectProperty(BOOKMARKS).set(stream, bookmark);
    return new Bookmarks(copy);
  }

  /** A copy, so that nobody edits this one. */
  public ObjectNode toJson() {
    return root.deepCopy();
  }
}
