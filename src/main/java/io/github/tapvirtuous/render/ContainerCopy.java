package io.github.tapvirtuous.render;

import io.github.tapvirtuous.text.NumberText;
import tools.jackson.core.JsonParser;

/**
 * Copies one object or array token by token: no white space, clean strings, numbers with the digits
 * of the source. Iterative, so that depth costs no stack.
 */
final class ContainerCopy {
  private final JsonParser parser;
  private final JsonBytes out;
  private final int deepest;
  private final byte[] scratch = new byte[NumberText.MAX_LENGTH];
  private int depth;
  private boolean faithful = true;

  /**
   * Starts at the parser's current token.
   *
   * @param deepest how many levels the reader of the copy can take
   */
  ContainerCopy(JsonParser parser, JsonBytes out, int deepest) {
    this.parser = parser;
    this.out = out;
    this.deepest = deepest;
  }

  /**
   * Reads to the end of the container, whatever it holds.
   *
   * @return false when a target could not take the copy
   */
  boolean copy() {
    do {
      token();
      if (depth > 0) {
        parser.nextToken();
      }
    } while (depth > 0);
    return faithful;
  }

  private void token() {
    switch (parser.currentToken()) {
      case START_OBJECT -> open('{');
      case START_ARRAY -> open('[');
      case END_OBJECT -> close('}');
      case END_ARRAY -> close(']');
      case PROPERTY_NAME -> name();
      default -> scalar();
    }
  }

  private void open(char bracket) {
    if (depth > 0) {
      separate();
    }
    out.raw(bracket);
    depth++;
    faithful &= depth <= deepest;
  }

  private void close(char bracket) {
    out.raw(bracket);
    depth--;
  }

  private void name() {
    separate();
    text();
    out.raw(':');
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

  /** A number that a target could only read as infinity makes the copy unfaithful. */
  private void number() {
    var text = parser.getStringCharacters();
    var offset = parser.getStringOffset();
    var length = parser.getStringLength();
    out.ascii(text, offset, length);
    faithful &=
        length <= ValueRenderer.LONGEST_NUMBER
            && NumberText.number(text, offset, length, scratch) >= 0;
  }
}
