package io.github.tapvirtuous.cli.check;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.facts.AccountFacts;
import io.github.tapvirtuous.facts.ConditionFacts;
import io.github.tapvirtuous.facts.Fact;
import io.github.tapvirtuous.facts.PageFacts;
import io.github.tapvirtuous.facts.TableFacts;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a probe found, as one JSON object for programs. */
public final class ProbeJson {
  private ProbeJson() {}

  public static ObjectNode of(AccountFacts facts) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("version", Version.current());
    json.put("test_result", facts.failure().isEmpty());
    json.put("requests", facts.requests());
    var tables = json.putObject("tables");
    facts.tables().forEach(table -> put(table, tables.putObject(table.table())));
    facts.notLookedAt().forEach(json.putArray("not_looked_at")::add);
    json.put("why_not", text(facts.whyNot()));
    var steps = json.putObject("quota_sank_by");
    facts.quotaSteps().forEach((step, times) -> steps.put(Long.toString(step), times));
    var contradicted = json.putObject("contradicted");
    facts.contradicted().forEach((table, all) -> put(all, table, contradicted));
    return json;
  }

  private static void put(
      Collection<TableFacts.Assumption> assumptions, String table, ObjectNode json) {
    var list = json.putArray(table);
    assumptions.forEach(each -> list.add(word(each)));
  }

  private static void put(TableFacts table, ObjectNode json) {
    json.put("failure", text(table.failure())).put("requests", table.requests());
    table.page().ifPresent(page -> put(page, json));
    if (!table.conditions().isEmpty()) {
      var conditions = json.putObject("conditions");
      table.conditions().forEach((kind, each) -> put(kind, each, conditions));
    }
  }

  private static void put(PageFacts page, ObjectNode json) {
    json.put("key_in_every_row", fact(page.keyed()))
        .put("order_by_key", fact(page.ordered()))
        .put("take_1000", fact(page.served()))
        .put("total", fact(page.counted()))
        .put("modified_date_in_every_row", fact(page.dated()))
        .put("full_page", page.full())
        .put("seconds", page.took().toMillis() / 1000.0);
  }

  /** Null where the table offers no such condition. */
  private static void put(TableFacts.Kind kind, ConditionFacts condition, ObjectNode json) {
    if (condition.shown().isEmpty()) {
      json.putNull(word(kind));
      return;
    }
    var told = json.putObject(word(kind));
    told.put("asked", text(condition.asked()));
    told.put("verdict", condition.shown().map(ProbeJson::word).orElse(null));
    var proofs = told.putObject("proofs");
    condition.proofs().forEach((proof, found) -> proofs.put(proof, word(found.shown())));
    var reasons = told.putObject("why");
    condition.unproven().forEach((proof, found) -> reasons.put(proof, found.why()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Boolean fact(Fact fact) {
    return fact == Fact.UNKNOWN ? null : fact == Fact.YES;
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
