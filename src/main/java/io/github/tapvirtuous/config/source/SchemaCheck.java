package io.github.tapvirtuous.config.source;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.NodePath;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.json.JsonKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds a config against its schema and says in our own words what is wrong. */
public final class SchemaCheck {
  private final SettingsSchema schema;
  private final Problems problems;
  private final List<String> unknown = new ArrayList<>();

  public SchemaCheck(SettingsSchema schema, Problems problems) {
    this.schema = schema;
    this.problems = problems;
  }

  /**
   * Notes every problem.
   *
   * @return the keys that are no settings, such as {@code webhook.inbx}: they are no problem
   */
  public List<String> check(ObjectNode settings) {
    SchemaRegistry.withDialect(dialect())
        .getSchema(schema.closedFor(settings))
        .validate(settings)
        .forEach(this::add);
    return List.copyOf(unknown);
  }

  /** With the annotations of our schema, which the validator would warn of on every run. */
  static Dialect dialect() {
    return Dialect.builder(Dialects.getDraft202012())
        .keyword(new AnnotationKeyword(Setting.SECRET))
        .keyword(new AnnotationKeyword(Setting.PATTERN_IN_WORDS))
        .build();
  }

  private void add(Error error) {
    var path = error.getInstanceLocation();
    var onTheWay = rulesTo(path);
    var rules = onTheWay.get(onTheWay.size() - 1);
    var isSecret = onTheWay.stream().anyMatch(Setting::isSecret);
    switch (error.getKeyword()) {
      case "additionalProperties" -> unknown.add(name(path, error.getProperty()));
      case "required" ->
          problems.add(quoted(name(path, error.getProperty())) + " is missing.", "Set it.");
      case "minLength" ->
          problems.add(quoted(name(path)) + " is empty.", "Fill it in, or leave it out.");
      case "minItems" ->
          problems.add(
              quoted(name(path)) + " is an empty list.", "Name at least one, or leave it out.");
      default ->
          problems.add(
              quoted(name(path)) + " is " + shown(error, isSecret) + ".", fix(error, rules));
    }
  }

  private static String shown(Error error, boolean isSecret) {
    var value = error.getInstanceNode();
    if (isSecret || value.isContainer()) {
      return JsonKind.of(value);
    }
    var isMisplacedText = value.isString() && error.getKeyword().equals("type");
    return JsonKind.quoted(value) + (isMisplacedText ? ", " + JsonKind.of(value) : "");
  }

  private static String fix(Error error, JsonNode rules) {
    return switch (error.getKeyword()) {
      case "type" -> JsonKind.wanted(rules.path("type").asString(""));
      case "enum" -> "Choose " + choices(rules) + ".";
      case "minimum", "maximum" -> "Choose " + Setting.range(rules) + ".";
      case "pattern" ->
          "Use " + rules.path(Setting.PATTERN_IN_WORDS).asString("another text") + ".";
      default -> "See its description in --about.";
    };
  }

  private static String choices(JsonNode rules) {
    return rules
        .path("enum")
        .valueStream()
        .map(JsonNode::toString)
        .collect(Collectors.joining(" or "));
  }

  /** The parts of the schema that speak of what is on the way to this place, and last of it. */
  private List<JsonNode> rulesTo(NodePath path) {
    var all = new ArrayList<JsonNode>();
    all.add(schema.document());
    for (int i = 0; i < path.getNameCount(); i++) {
      var above = all.get(i);
      all.add(
          path.getElement(i) instanceof Integer
              ? above.path("items")
              : above.path("properties").path(path.getName(i)));
    }
    return all;
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String name(NodePath path, String property) {
    return path.getNameCount() == 0 ? property : name(path) + "." + property;
  }

  /** {@code tables[0]}, {@code webhook.inbox}. */
  private static String name(NodePath path) {
    var name = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof Integer index) {
        name.append('[').append(index).append(']');
      } else {
        name.append(i == 0 ? "" : ".").append(path.getName(i));
      }
    }
    return name.toString();
  }
}
