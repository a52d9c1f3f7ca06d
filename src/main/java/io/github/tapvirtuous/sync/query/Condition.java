package io.github.tapvirtuous.sync.query;

import io.github.tapvirtuous.json.CleanJson;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which rows of a table are asked for. Virtuous may have other ideas: {@code sync.proof}. */
public sealed interface Condition {
  /** Of a row all clauses of one group must hold, whichever group that is. */
  List<List<Clause>> groups();

  /** Both must hold. */
  default Condition and(Condition other) {
    return new Both(this, other);
  }

  /**
   * The {@code groups} of a query's body: {@code [{"conditions":[{…},{…}]},…]}. The same condition
   * has the same text in every run, so that it can be part of a fingerprint.
   */
  default String json() {
    var json = JsonNodeFactory.instance.arrayNode();
    for (var group : groups()) {
      var conditions = json.addObject().putArray("conditions");
      group.forEach(clause -> clause.addTo(conditions));
    }
    return CleanJson.text(json);
  }

  /**
   * One question to a row: {@code {"parameter":"Gift Id","operator":"Is","value":"7"}}, or with
   * {@code "values":["7","8"]} where the operator takes many.
   */
  record Clause(String parameter, Operator operator, List<String> values) {
    public Clause {
      values = List.copyOf(values);
    }

    private static Clause of(Chosen by, Operator operator, Object value) {
      return new Clause(by.parameter(), operator, List.of(value.toString()));
    }

    private void addTo(ArrayNode conditions) {
      var json =
          conditions.addObject().put("parameter", parameter).put("operator", operator.said());
      if (operator.takesMany()) {
        values.forEach(json.putArray("values")::add);
      } else {
        json.put("value", values.get(0));
      }
    }
  }

  /**
   * Rows modified since a day.
   *
   * @param by how to say it
   */
  record ModifiedSince(ModifiedDate by, LocalDate day) implements Condition {
    @Override
    public List<List<Clause>> groups() {
      return List.of(List.of(Clause.of(by, by.operator(), day)));
    }
  }

  /**
   * Rows from a key on.
   *
   * @param by how to say it
   */
  record KeyFrom(KeyRange by, long key) implements Condition {
    @Override
    public List<List<Clause>> groups() {
      var bound = by.operator() == Operator.GREATER_THAN ? key - 1 : key;
      return List.of(List.of(Clause.of(by, by.operator(), bound)));
    }
  }

  /**
   * Rows below a key: what {@link KeyFrom} leaves out.
   *
   * @param by how to say it
   */
  record KeyBelow(KeyRange by, long key) implements Condition {
    @Override
    public List<List<Clause>> groups() {
      var bound = by.below() == Operator.LESS_THAN_OR_EQUAL ? key - 1 : key;
      return List.of(List.of(Clause.of(by, by.below(), bound)));
    }
  }

  /**
   * The rows of some keys: at least one, since no key at all would ask for the whole table.
   *
   * @param by how to say it
   */
  record KeysIn(KeyList by, List<Long> keys) implements Condition {
    /** What Virtuous was seen to take, in as many groups. */
    static final int MOST = 1_000;

    public KeysIn {
      keys = List.copyOf(keys);
      if (keys.isEmpty() || keys.size() > MOST) {
        throw new IllegalArgumentException("asked for " + keys.size() + " keys at a time");
      }
    }

    @Override
    public List<List<Clause>> groups() {
      var operator = keys.size() == 1 ? by.one() : by.operator();
      if (operator.takesMany()) {
        var values = keys.stream().map(String::valueOf).toList();
        return List.of(List.of(new Clause(by.parameter(), operator, values)));
      }
      return keys.stream().map(key -> List.of(Clause.of(by, operator, key))).toList();
    }
  }

  /** Rows that meet two conditions. */
  record Both(Condition one, Condition other) implements Condition {
    @Override
    public List<List<Clause>> groups() {
      return one.groups().stream().flatMap(this::withEachOther).toList();
    }

    private Stream<List<Clause>> withEachOther(List<Clause> group) {
      return other.groups().stream()
          .map(others -> Stream.concat(group.stream(), others.stream()).toList());
    }
  }
}
