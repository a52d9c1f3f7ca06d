package io.github.tapvirtuous.sync.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a table says that its rows can be asked for by. Whatever is not told in the known shape is
 * not there: {@code {"options":[{"parameter":"Gift Id","type":"Int","operatorOptions":[{"operator":
 * "Is"},…]},…]}}.
 *
 * @param parameters by their names, whose case counts
 */
public record QueryOptions(Map<String, Parameter> parameters) {
  public static final QueryOptions NONE = new QueryOptions(Map.of());

  public QueryOptions {
    parameters = Map.copyOf(parameters);
  }

  /**
   * One thing that rows can be compared by.
   *
   * @param type such as {@code Int} or {@code Date}
   * @param operators as the reply spells them
   */
  public record Parameter(String type, Set<String> operators) {
    public Parameter {
      operators = Set.copyOf(operators);
    }

    /** The first of these that the parameter knows. */
    Optional<Operator> first(List<Operator> wanted) {
      return wanted.stream().filter(each -> operators.contains(each.said())).findFirst();
    }
  }

  /** Reads a reply of any shape; of a parameter that is named twice the first counts. */
  public static QueryOptions of(JsonNode reply) {
    var parameters = new LinkedHashMap<String, Parameter>();
    for (var option : elements(reply.path("options")).toList()) {
      text(option.path("parameter"))
          .ifPresent(name -> parameters.putIfAbsent(name, parameter(option)));
    }
    return new QueryOptions(parameters);
  }

  private static Parameter parameter(JsonNode option) {
    var operators =
        elements(option.path("operatorOptions"))
            .flatMap(each -> text(each.path("operator")).stream())
            .collect(Collectors.toSet());
    return new Parameter(text(option.path("type")).orElse(""), operators);
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  /** The parameter of this name, if it is of such a type. */
  Optional<Parameter> named(String name, Set<String> types) {
    return Optional.ofNullable(parameters.get(name)).filter(each -> types.contains(each.type()));
  }
}
