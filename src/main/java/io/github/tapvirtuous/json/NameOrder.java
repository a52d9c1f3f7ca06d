package io.github.tapvirtuous.json;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;

/**
 * Reads the names in the objects of one reply. They nearly always come in the same order, so what
 * followed a name the last time is compared byte by byte before a name is decoded and looked up.
 * Names without a number of their own are never expected.
 */
public final class NameOrder {
  /** No name is next: the object ends, or the parser is in an array. */
  public static final int NO_NAME = -2;

  /** The number that several names may share. */
  public static final int UNKNOWN = -1;

  private static final int START = 0;
  private static final int SLOT_OF_ZERO = 2; // behind the start and the unknown

  private final JsonParser parser;
  private final ToIntFunction<String> numbering;

  /** By the slot of a name: the name, once it was seen. The start and the unknown have none. */
  private @Nullable SerializedString[] names = {null};

  /** By the slot of a name: the slot of what followed it the last time, at first the start. */
  private int[] followers = {START};

  private int slot = START;

  /**
   * Begins at the start of an object.
   *
   * @param numbering the number of a name, from 0 on, or {@link #UNKNOWN}
   */
  public NameOrder(JsonParser parser, ToIntFunction<String> numbering) {
    this.parser = parser;
    this.numbering = numbering;
  }

  /** Says that the parser is at the start of another object of the same kind. */
  public void restart() {
    slot = START;
  }

  /** Moves on by a token; the number of the name that it is, or {@link #NO_NAME}. */
  public int next() {
    if (!isAsBefore()) {
      if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
        return NO_NAME;
      }
      learn(parser.currentName());
    }
    slot = followers[slot];
    return slot - SLOT_OF_ZERO;
  }

  private boolean isAsBefore() {
    var expected = names[followers[slot]];
    if (expected == null) {
      parser.nextToken();
      return false;
    }
    return parser.nextName(expected);
  }

  private void learn(String name) {
    var next = numbering.applyAsInt(name) + SLOT_OF_ZERO;
    if (next >= names.length) {
      names = Arrays.copyOf(names, next * 2);
      followers = Arrays.copyOf(followers, next * 2);
    }
    if (next >= SLOT_OF_ZERO && names[next] == null) {
      names[next] = new SerializedString(name);
    }
    followers[slot] = next;
  }
}
