package io.github.tapvirtuous.sync.proof;

import static io.github.tapvirtuous.json.JsonTime.text;

import io.github.tapvirtuous.json.JsonTime;
import io.github.tapvirtuous.sync.query.Choice;
import io.github.tapvirtuous.sync.query.Chosen;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evidence in a bookmark. Nothing is ever left out, and lists stay lists: some readers of a state
 * only add and replace.
 *
 * <pre>{@code
 * "conditions_at":"2026-03-01T02:00:00Z","modified_since":["Last Modified Date","OnOrAfter"],
 * "key_from":["Gift Id","GreaterThanOrEqual","LessThan"],"keys_in":["Gift Id","In","Is"],
 * "reach_rows":1012,"reach_at":"2026-03-01T02:00:01Z","witnesses":[[7,"2026-02-28T11:00:00Z"]],
 * "doubt":"","doubt_wants_witness":false,"doubt_at":null
 * }</pre>
 */
public final class EvidenceJson {
  private static final String MODIFIED_SINCE = "modified_since";
  private static final String KEY_FROM = "key_from";
  private static final String KEYS_IN = "keys_in";

  private EvidenceJson() {}

  /** Adds it to a bookmark. */
  public static void write(Evidence evidence, ObjectNode json) {
    write(evidence.choice(), json);
    json.put("reach_rows", evidence.reach().map(ProvenReach::rows).orElse(0L));
    json.put("reach_at", text(evidence.reach().map(ProvenReach::at).orElse(Instant.EPOCH)));
    var witnesses = json.putArray("witnesses");
    evidence
        .witnesses()
        .kept()
        .forEach(each -> witnesses.addArray().add(each.key()).add(each.modified().toString()));
    json.put("doubt", evidence.doubt().why());
    json.put("doubt_wants_witness", evidence.doubt().wantsWitness());
    json.put("doubt_at", text(evidence.doubt().at()));
  }

  private static void write(Choice choice, ObjectNode json) {
    json.put("conditions_at", text(choice.at()));
    put(json, MODIFIED_SINCE, choice.date().map(it -> List.of(it.operator())), choice.date());
    put(
        json,
        KEY_FROM,
        choice.range().map(it -> List.of(it.operator(), it.below())),
        choice.range());
    put(json, KEYS_IN, choice.keys().map(it -> List.of(it.operator(), it.one())), choice.keys());
  }

  private static void put(
      ObjectNode json,
      String name,
      Optional<List<Operator>> operators,
      Optional<? extends Chosen> chosen) {
    var list = json.putArray(name);
    chosen.ifPresent(it -> list.add(it.parameter()));
    operators.orElse(List.of()).forEach(operator -> list.add(operator.said()));
  }

  /** What of it can be read; the rest is found out anew. */
  public static Evidence read(JsonNode json) {
    var reach =
        JsonTime.read(json.path("reach_at"))
            .map(at -> new ProvenReach(json.path("reach_rows").asLong(0), at));
    var doubt =
        new Doubt(
            json.path("doubt").asString(""),
            json.path("doubt_wants_witness").asBoolean(false),
            JsonTime.orNever(json.path("doubt_at")));
    return new Evidence(choice(json), reach, witnesses(json.path("witnesses")), doubt);
  }

  private static Choice choice(JsonNode json) {
    return new Choice(
        operators(json, MODIFIED_SINCE, 1)
            .map(it -> new ModifiedDate(parameter(json, MODIFIED_SINCE), it.get(0))),
        operators(json, KEY_FROM, 2)
            .map(it -> new KeyRange(parameter(json, KEY_FROM), it.get(0), it.get(1))),
        operators(json, KEYS_IN, 2)
            .map(it -> new KeyList(parameter(json, KEYS_IN), it.get(0), it.get(1))),
        JsonTime.orNever(json.path("conditions_at")));
  }

  private static Optional<List<Operator>> operators(JsonNode json, String name, int count) {
    var words = json.path(name).valueStream().skip(1).map(word -> word.asString("")).toList();
    var known = words.stream().flatMap(word -> Operator.said(word).stream()).toList();
    return known.size() == count && words.size() == count ? Optional.of(known) : Optional.empty();
  }

  private static String parameter(JsonNode json, String name) {
    return json.path(name).path(0).asString("");
  }

  private static Witnesses witnesses(JsonNode json) {
    var kept = new ArrayList<Witness>();
    for (var each : json) {
      JsonTime.read(each.path(1))
          .filter(modified -> each.path(0).canConvertToLong())
          .ifPresent(modified -> kept.add(new Witness(each.path(0).asLong(), modified)));
    }
    return new Witnesses(kept.stream().limit(Witnesses.MOST).toList());
  }
}
