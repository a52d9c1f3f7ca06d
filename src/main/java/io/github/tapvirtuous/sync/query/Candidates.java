package io.github.tapvirtuous.sync.query;

import static io.github.tapvirtuous.sync.query.Operator.AFTER;
import static io.github.tapvirtuous.sync.query.Operator.GREATER_THAN;
import static io.github.tapvirtuous.sync.query.Operator.GREATER_THAN_OR_EQUAL;
import static io.github.tapvirtuous.sync.query.Operator.IN;
import static io.github.tapvirtuous.sync.query.Operator.IS;
import static io.github.tapvirtuous.sync.query.Operator.IS_ANY_OF;
import static io.github.tapvirtuous.sync.query.Operator.LESS_THAN;
import static io.github.tapvirtuous.sync.query.Operator.LESS_THAN_OR_EQUAL;
import static io.github.tapvirtuous.sync.query.Operator.ON_OR_AFTER;

import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The conditions worth a proof on a table: chosen from its options, and believed by nobody yet. */
public record Candidates(Table table, QueryOptions options) {
  private static final List<String> MODIFIED =
      List.of("Last Modified DateTime UTC", "Last Modified DateTime", "Last Modified Date");

  /** Only {@code Date} was ever seen, of parameters with a time in their name, too. */
  private static final Set<String> DATES = Set.of("Date", "DateTime");

  private static final Set<String> NUMBERS = Set.of("Int");
  private static final List<Operator> SINCE =
      List.of(ON_OR_AFTER, GREATER_THAN_OR_EQUAL, AFTER, GREATER_THAN);
  private static final List<Operator> FROM = List.of(GREATER_THAN_OR_EQUAL, GREATER_THAN);
  private static final List<Operator> BELOW = List.of(LESS_THAN, LESS_THAN_OR_EQUAL);
  private static final List<Operator> SEVERAL = List.of(IN, IS_ANY_OF, IS);
  private static final List<Operator> ONE = List.of(IS, IN, IS_ANY_OF);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** How to ask for rows by their modified date. */
  public Optional<ModifiedDate> modified() {
    return MODIFIED.stream()
        .flatMap(
            name -> first(name, DATES, SINCE).map(since -> new ModifiedDate(name, since)).stream())
        .findFirst();
  }

  /** How to ask for rows from a key on; not without the other half, which the proof takes. */
  public Optional<KeyRange> keyRange() {
    return keyNames().flatMap(name -> keyRange(name).stream()).findFirst();
  }

  private Optional<KeyRange> keyRange(String name) {
    var from = first(name, NUMBERS, FROM);
    var below = first(name, NUMBERS, BELOW);
    return from.flatMap(one -> below.map(other -> new KeyRange(name, one, other)));
  }

  /** How to ask for rows by their keys, one by one or many at a time. */
  public Optional<KeyList> keyList() {
    return keyNames().flatMap(name -> keyList(name).stream()).findFirst();
  }

  private Optional<KeyList> keyList(String name) {
    var several = first(name, NUMBERS, SEVERAL);
    var one = first(name, NUMBERS, ONE);
    return several.flatMap(many -> one.map(single -> new KeyList(name, many, single)));
  }

  private Optional<Operator> first(String name, Set<String> types, List<Operator> wanted) {
    return options.named(name, types).flatMap(parameter -> parameter.first(wanted));
  }

  /**
   * What the table's own key may be called: by its path and by its name. Never by another thing's:
   * a gift's designations can be asked for by {@code Gift Id}, and that is not their key.
   */
  private Stream<String> keyNames() {
    var steps = List.of(table.call().path().split("/", -1));
    var resource = steps.get(Math.max(0, steps.indexOf("Query") - 1));
    return Stream.of(BETWEEN_WORDS.matcher(resource).replaceAll(" "), singular())
        .map(Candidates::id);
  }

  private String singular() {
    var words = Stream.of(table.name().split("_", -1)).map(Candidates::capitalized).toList();
    var name = String.join(" ", words);
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String id(String thing) {
    return thing + " Id";
  }
}
