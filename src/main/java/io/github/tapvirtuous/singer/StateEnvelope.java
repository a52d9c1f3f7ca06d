package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Singer's state, with the checkpoints of all streams in it: {@code
 * {"bookmarks":{"<stream>":{…}}}}. Immutable; what it does not understand it keeps.
 */
public final class StateEnvelope implements Checkpoints {
  static final String BOOKMARKS = "bookmarks";

  private final ObjectNode root;

  private StateEnvelope(ObjectNode root) {
    this.root = root;
  }

  public static StateEnvelope empty() {
    return of(JsonNodeFactory.instance.objectNode());
  }

  /** An object without usable bookmarks gets an empty set of them. */
  static StateEnvelope of(ObjectNode state) {
    return new StateEnvelope(copy(state));
  }

  /** What lies within a bookmark is shared: it may be deeper than calls can nest. */
  private static ObjectNode copy(ObjectNode state) {
    var bookmarks = JsonNodeFactory.instance.objectNode();
    if (state.path(BOOKMARKS) instanceof ObjectNode known) {
      bookmarks.setAll(known);
    }
    return JsonNodeFactory.instance.objectNode().setAll(state).set(BOOKMARKS, bookmarks);
  }

  @Override
  public Optional<Checkpoint> of(String stream) {
    var bookmark = root.path(BOOKMARKS).path(stream);
    return bookmark.isMissingNode()
        ? Optional.empty()
        : Optional.of(bookmark.asObjectOpt().map(Checkpoint::new).orElseGet(Checkpoint::empty));
  }

  /** All that it has bookmarks of, in its order. */
  public List<String> streams() {
    return List.copyOf(root.path(BOOKMARKS).propertyNames());
  }

  StateEnvelope with(String stream, Checkpoint checkpoint) {
    var copy = copy(root);
    copy.withObjectProperty(BOOKMARKS).set(stream, checkpoint.json());
    return new StateEnvelope(copy);
  }

  /** A copy, so that nobody edits this one; the bookmarks in it stay as they are. */
  ObjectNode toJson() {
    return copy(root);
  }
}
