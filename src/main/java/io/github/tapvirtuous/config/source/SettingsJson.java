package io.github.tapvirtuous.config.source;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper of this package: strict about names that come twice and about trailing text. */
public final class SettingsJson {
  /** How deep a config may be nested. */
  public static final int DEEPEST = 500;

  public static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(deepestAlone()).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SettingsJson() {}

  private static StreamReadConstraints deepestAlone() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(DEEPEST)
        .maxNumberLength(Integer.MAX_VALUE)
        .maxStringLength(Integer.MAX_VALUE)
        .maxNameLength(Integer.MAX_VALUE)
        .build();
  }

  /** Lays the second object over the first; objects within are merged, all else is replaced. */
  public static void merge(ObjectNode below, ObjectNode above) {
    above
        .properties()
        .forEach(
            entry -> {
              var old = below.get(entry.getKey());
              if (old instanceof ObjectNode lower && entry.getValue() instanceof ObjectNode upper) {
                merge(lower, upper);
              } else {
                below.set(entry.getKey(), entry.getValue());
              }
            });
  }

  /** Takes every null member out, at every depth of objects: a null is a key that is not set. */
  public static void dropNulls(ObjectNode node) {
    node.removeIf(JsonNode::isNull);
    node.properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ObjectNode inner) {
                dropNulls(inner);
              }
            });
  }

  /** Indented by two spaces, lines end in {@code \n} on every system. */
  public static String pretty(JsonNode node) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer().with(printer).writeValueAsString(node);
  }
}
