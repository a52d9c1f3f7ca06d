package io.github.tapvirtuous.ecosystem.docs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What Virtuous has of gifts, added up without SQL: lines as a {@link Warehouse} gives them. */
record GiftSums(List<JsonNode> gifts, List<JsonNode> contacts) {
  static GiftSums of(StandIn virtuous) {
    return new GiftSums(rows(virtuous, "gifts"), rows(virtuous, "contacts"));
  }

  static List<JsonNode> rows(StandIn virtuous, String table) {
    return virtuous.texts(table).stream().map(StrictJson::of).toList();
  }

  GiftParts parts() {
    return new GiftParts(gifts);
  }

  static LocalDate day(JsonNode gift) {
    return LocalDate.parse(gift.path("giftDate").asString().substring(0, 10));
  }

  private static boolean isGiven(JsonNode gift) {
    return gift.path("amount").decimalValue().signum() > 0;
  }

  private static long id(JsonNode row) {
    return row.path("id").asLong();
  }

  private static long contact(JsonNode gift) {
    return gift.path("contactId").asLong();
  }

  static BigDecimal total(List<JsonNode> some) {
    return some.stream()
        .map(gift -> gift.path("amount").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static String currency(JsonNode gift) {
    return gift.path("currencyCode").asString();
  }

  private static long given(List<JsonNode> some) {
    return some.stream().filter(GiftSums::isGiven).count();
  }

  private static <K> SortedMap<K, List<JsonNode>> grouped(
      List<JsonNode> rows, Function<JsonNode, K> key) {
    return rows.stream().collect(groupingBy(key, TreeMap::new, toList()));
  }

  /** Of years that begin so many months before those of the calendar. */
  List<String> byYear(int months) {
    return grouped(gifts, gift -> year(gift, months)).entrySet().stream()
        .map(year -> Warehouse.line(year.getKey(), given(year.getValue()), total(year.getValue())))
        .toList();
  }

  private static String year(JsonNode gift, int months) {
    var year = day(gift).plusMonths(months).getYear();
    return Warehouse.line(year, currency(gift));
  }

  List<String> byContact() {
    return grouped(gifts, GiftSums::currency).values().stream()
        .flatMap(gifts -> byContact(gifts).stream())
        .toList();
  }

  private List<String> byContact(List<JsonNode> ofCurrency) {
    return grouped(ofCurrency, this::survivor).entrySet().stream()
        .sorted(Comparator.comparing(contact -> total(contact.getValue()).negate()))
        .map(contact -> giver(contact.getKey(), contact.getValue()))
        .toList();
  }

  /** Who is left of those who were merged. */
  private long survivor(JsonNode gift) {
    return contacts.stream()
        .filter(contact -> id(contact) == contact(gift))
        .map(contact -> contact.path("mergedIntoContactId"))
        .filter(JsonNode::isNumber)
        .findFirst()
        .map(JsonNode::asLong)
        .orElse(contact(gift));
  }

  private static String giver(long contact, List<JsonNode> own) {
    var first = first(own);
    var amount = first.path("amount").decimalValue();
    return Warehouse.line(contact, currency(first), day(first), amount, given(own), total(own));
  }

  private static JsonNode first(List<JsonNode> some) {
    return some.stream()
        .filter(GiftSums::isGiven)
        .min(Comparator.comparing(GiftSums::day).thenComparing(GiftSums::id))
        .orElseThrow();
  }

  List<String> given(long contact, String name) {
    var own = gifts.stream().filter(gift -> contact(gift) == contact).toList();
    return grouped(own, GiftSums::currency).entrySet().stream()
        .map(some -> Warehouse.line(contact, name, some.getKey(), total(some.getValue())))
        .toList();
  }

  List<String> newGivers() {
    var years =
        grouped(gifts, this::survivor).values().stream()
            .collect(groupingBy(own -> day(first(own)).getYear(), TreeMap::new, counting()));
    return years.entrySet().stream()
        .map(year -> Warehouse.line(year.getKey(), year.getValue()))
        .toList();
  }
}
