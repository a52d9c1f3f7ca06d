package io.github.tapvirtuous.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * JSON as UTF-8 that every target reads: U+0000 is left out and half a surrogate pair becomes
 * U+FFFD, wherever the text came from.
 */
public final class CleanJson {
  private static final ObjectWriter COMPACT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .characterEscapes(new WithoutNul())
                  .streamWriteConstraints(anyDepth())
                  .build())
          .build()
          .writer();
  private static final ObjectWriter INDENTED = COMPACT.with(indentation());

  private CleanJson() {}

  /** On one line, without a line end. */
  public static byte[] compact(JsonNode node) {
    return bytes(COMPACT, node);
  }

  /** A string with its quotes. */
  public static byte[] compact(String text) {
    return compact(StringNode.valueOf(text));
  }

  /** Over many lines that end in {@code \n} on every system. */
  public static byte[] indented(JsonNode node) {
    return bytes(INDENTED, node);
  }

  /** Token by token: calls that nest as the node does would use up the stack. */
  private static byte[] bytes(ObjectWriter writer, JsonNode node) {
    var out = new ByteArrayOutputStream();
    var text = new OutputStreamWriter(out, replacingEncoder());
    try (var generator = writer.createGenerator(text);
        var tokens = node.traverse(ObjectReadContext.empty())) {
      tokens.nextToken();
      generator.copyCurrentStructure(tokens);
    }
    return out.toByteArray();
  }

  private static StreamWriteConstraints anyDepth() {
    return StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build();
  }

  private static CharsetEncoder replacingEncoder() {
    return StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
  }

  private static PrettyPrinter indentation() {
    var separators =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }

  /** Jackson's own escapes, but nothing at all for U+0000. */
  private static final class WithoutNul extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final SerializedString NOTHING = new SerializedString("");

    private final int[] escapes = standardAsciiEscapesForJSON();

    WithoutNul() {
      escapes[0] = ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes;
    }

    /** Asked for every character beyond ASCII too, which are to stay as they are. */
    @Override
    public @Nullable SerializedString getEscapeSequence(int character) {
      return character == 0 ? NOTHING : null;
    }
  }
}
