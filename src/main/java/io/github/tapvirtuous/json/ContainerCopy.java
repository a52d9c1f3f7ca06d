package io.github.tapvirtuous.json;

import io.github.tapvirtuous.text.NestedNumber;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Copies one object or array token by token: no white space, clean strings, numbers with the digits
 * of the source. Iterative, so that depth costs no stack.
 */
public final class ContainerCopy {
  /** How deep targets can read: Python's parser gives up near 1,000. */
  private static final int DEEPEST = 500;

  private final JsonParser parser;
  private final NestedNames names;
  private final JsonBytes out;
  private final boolean isText;
  private int depth;
  private boolean tooDeep;
  private int unreadableNumbers;

  /**
   * Starts at the parser's current token.
   *
   * @param isText whether targets take the copy for text, so that it may hold any number
   */
  public ContainerCopy(JsonParser parser, NestedNames names, JsonBytes out, boolean isText) {
    this.parser = parser;
    this.names = names;
    this.out = out;
    this.isText = isText;
  }

  /** Whether the copy is deeper than targets can read. */
  public boolean isTooDeep() {
    return tooDeep;
  }

  /** Reads to the end of the container; returns how many numbers became null. */
  public int copy() {
    token();
    while (depth > 0) {
      var name = names.next();
      if (name != NameOrder.NO_NAME) {
        name(name);
        parser.nextToken();
      }
      token();
    }
    return unreadableNumbers;
  }

  private void token() {
    switch (parser.currentToken()) {
      case START_OBJECT -> open('{');
      case START_ARRAY -> open('[');
      case END_OBJECT -> close('}');
      case END_ARRAY -> close(']');
      default -> scalar();
    }
  }

  private void open(char bracket) {
    if (depth > 0) {
      separate();
    }
    out.raw(bracket);
    depth++;
    tooDeep |= depth > DEEPEST;
  }

  private void close(char bracket) {
    out.raw(bracket);
    depth--;
  }

  private void name(int number) {
    if (number == NameOrder.UNKNOWN) {
      separate();
      text();
      out.raw(':');
    } else {
      usual(names.encoded(number));
    }
  }

  private void usual(byte[] member) {
    var from = out.needsComma() ? 0 : 1;
    out.raw(member, from, member.length - from);
  }

  private void scalar() {
    separate();
    switch (parser.currentToken()) {
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      default ->
          out.ascii(
              parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }
  }

  private void separate() {
    if (out.needsComma()) {
      out.raw(',');
    }
  }

  private void text() {
    out.string(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
  }

  private void number() {
    var text = parser.getStringCharacters();
    var offset = parser.getStringOffset();
    var length = parser.getStringLength();
    if (isText || isReadable(text, offset, length)) {
      out.ascii(text, offset, length);
    } else {
      out.raw(JsonBytes.NULL);
      unreadableNumbers++;
    }
  }

  private boolean isReadable(char[] text, int offset, int length) {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? NestedNumber.isReadable(length)
        : NestedNumber.isReadable(text, offset, length);
  }
}
