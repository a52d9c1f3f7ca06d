package io.github.tapvirtuous.json;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** JSON as UTF-8 that every target reads: its strings are {@linkplain CleanText clean}. */
public final class CleanJson {
  private static final ObjectWriter COMPACT =
      JsonMapper.builder(JsonFactory.builder().streamWriteConstraints(anyDepth()).build())
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
    var text = new StringWriter();
    try (var generator = writer.createGenerator(text);
        var tokens = node.traverse(ObjectReadContext.empty())) {
      for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> generator.writeName(CleanText.of(tokens.currentName()));
          case VALUE_STRING -> generator.writeString(CleanText.of(tokens.getString()));
          default -> generator.copyCurrentEvent(tokens);
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static StreamWriteConstraints anyDepth() {
    return StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build();
  }

  private static PrettyPrinter indentation() {
    var separators =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }
}
