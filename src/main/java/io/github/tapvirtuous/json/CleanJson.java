package io.github.tapvirtuous.json;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.util.RawValue;

/** JSON as UTF-8 that every target reads: its strings are {@linkplain CleanText clean}. */
public final class CleanJson {
  /** Alone: a mapper would load all that it can write, which the start of a sync would wait for. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().streamWriteConstraints(anyDepth()).build();

  private CleanJson() {}

  /** On one line, without a line end. Of Java's own objects it takes digits alone, as they are. */
  public static byte[] compact(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** The same, not as bytes yet. */
  public static String text(JsonNode node) {
    return written(ObjectWriteContext.empty(), node);
  }

  /** A string with its quotes. */
  public static byte[] compact(String text) {
    return compact(StringNode.valueOf(text));
  }

  /** Over many lines that end in {@code \n} on every system. */
  public static byte[] indented(JsonNode node) {
    return written(new Indented(), node).getBytes(StandardCharsets.UTF_8);
  }

  /** Token by token: calls that nest as the node does would use up the stack. */
  private static String written(ObjectWriteContext context, JsonNode node) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(context, text);
        var tokens = node.traverse(ObjectReadContext.empty())) {
      for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> generator.writeName(CleanText.of(tokens.currentName()));
          case VALUE_STRING -> generator.writeString(CleanText.of(tokens.getString()));
          case VALUE_EMBEDDED_OBJECT ->
              ((RawValue) tokens.getEmbeddedObject()).serialize(generator);
          default -> generator.copyCurrentEvent(tokens);
        }
      }
    }
    return text.toString();
  }

  private static StreamWriteConstraints anyDepth() {
    return StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build();
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      var separators =
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
