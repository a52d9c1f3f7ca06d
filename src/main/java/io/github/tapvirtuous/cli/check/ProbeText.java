package io.github.tapvirtuous.cli.check;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.facts.AccountFacts;
import io.github.tapvirtuous.facts.ConditionFacts;
import io.github.tapvirtuous.facts.ConditionFacts.Finding;
import io.github.tapvirtuous.facts.Fact;
import io.github.tapvirtuous.facts.PageFacts;
import io.github.tapvirtuous.facts.TableFacts;
import io.github.tapvirtuous.facts.TableFacts.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a probe found, as lines for people. */
public final class ProbeText {
  private ProbeText() {}

  public static List<String> lines(AccountFacts facts) {
    var found = facts.tables().isEmpty() ? Stream.<String>empty() : found(facts);
    return Stream.of(Stream.of(head(facts)), found, notLookedAt(facts).stream())
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<String> found(AccountFacts facts) {
    return Stream.of(
            table(facts),
            facts.tables().stream().flatMap(ProbeText::reasons),
            Stream.of(quota(facts)),
            contradicted(facts))
        .flatMap(part -> part);
  }

  private static String head(AccountFacts facts) {
    return "tap-virtuous %s looked at %d tables, with %d requests."
        .formatted(Version.current(), facts.tables().size(), facts.requests());
  }

  private static Stream<String> table(AccountFacts facts) {
    var head =
        row("table", "order", "1,000", "total", "dated", "seconds", "since", "key from", "keys in");
    return Stream.concat(Stream.of(head), facts.tables().stream().map(ProbeText::row));
  }

  private static String row(TableFacts table) {
    return table
        .page()
        .map(page -> row(table, page))
        .orElseGet(() -> "%-24s %s".formatted(table.table(), table.failure()));
  }

  private static String row(TableFacts table, PageFacts page) {
    return row(
        table.table(),
        page.keyed() == Fact.NO ? "no key" : word(page.ordered()),
        word(page.served()),
        word(page.counted()),
        word(page.dated()),
        String.format(Locale.ROOT, "%.2f", page.took().toMillis() / 1000.0),
        verdict(table, Kind.MODIFIED_SINCE),
        verdict(table, Kind.KEY_FROM),
        verdict(table, Kind.KEYS_IN));
  }

  private static String row(Object... cells) {
    return "%-24s %-6s %-6s %-6s %-6s %8s  %-10s %-10s %-10s".formatted(cells).stripTrailing();
  }

  private static String word(Fact fact) {
    return fact == Fact.UNKNOWN ? "-" : word((Enum<?>) fact);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String verdict(TableFacts table, Kind kind) {
    return Optional.ofNullable(table.conditions().get(kind))
        .flatMap(ConditionFacts::shown)
        .map(ProbeText::word)
        .orElse("-");
  }

  private static Stream<String> reasons(TableFacts table) {
    return table.conditions().entrySet().stream()
        .flatMap(
            condition ->
                condition.getValue().unproven().values().stream()
                    .map(proof -> reason(table.table(), condition.getKey(), proof)));
  }

  private static String reason(String table, Kind kind, Finding unproven) {
    return "%s, %s: %s: %s".formatted(table, word(kind), word(unproven.shown()), unproven.why());
  }

  private static String quota(AccountFacts facts) {
    var steps =
        facts.quotaSteps().entrySet().stream()
            .map(step -> step(step.getKey(), step.getValue()))
            .collect(Collectors.joining(", "));
    return steps.isEmpty()
        ? "Replies do not say what is left of the quota."
        : "From request to request, what is left of the quota " + steps + ".";
  }

  private static String step(long sank, int times) {
    var how = sank < 0 ? "rose by " + -sank : "sank by " + sank;
    return how + (times == 1 ? " once" : " (" + times + " times)");
  }

  private static Optional<String> notLookedAt(AccountFacts facts) {
    return Optional.of(facts.notLookedAt())
        .filter(names -> !names.isEmpty())
        .map(names -> "Not looked at (" + facts.whyNot() + "): " + String.join(", ", names));
  }

  private static Stream<String> contradicted(AccountFacts facts) {
    var found = facts.contradicted();
    return found.isEmpty()
        ? Stream.of("Nothing here contradicts docs/reliability.md.")
        : Stream.concat(
            found.entrySet().stream().map(ProbeText::contradicted),
            Stream.of("Please report this, with these lines or the JSON: no data is in them."));
  }

  private static String contradicted(Map.Entry<String, List<TableFacts.Assumption>> ofTable) {
    var assumptions =
        ofTable.getValue().stream().map(ProbeText::word).collect(Collectors.joining(", "));
    return "%s contradicts docs/reliability.md: %s.".formatted(ofTable.getKey(), assumptions);
  }
}
