package io.github.tapvirtuous.ecosystem.docs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What lists in gifts say, without SQL: lines as a {@link Warehouse} gives them. */
record GiftParts(List<JsonNode> gifts) {
  private static final String PAYMENTS = "recurringGiftPayments";

  List<String> designations() {
    return gifts.stream()
        .flatMap(gift -> gift.path("giftDesignations").valueStream().map(part -> part(gift, part)))
        .toList();
  }

  private static String part(JsonNode gift, JsonNode part) {
    return Warehouse.line(
        gift.path("id"),
        part.path("id"),
        part.path("projectId"),
        part.path("project").asString(),
        part.path("amountDesignated").decimalValue());
  }

  /** Those that are for something: with all that they are. */
  long designated() {
    return gifts.stream().filter(gift -> !gift.path("giftDesignations").isEmpty()).count();
  }

  List<String> first(int some) {
    return gifts.stream().limit(some).map(GiftParts::gift).toList();
  }

  private static String gift(JsonNode gift) {
    return Warehouse.line(
        gift.path("id"),
        gift.path("contactId"),
        GiftSums.day(gift),
        gift.path("amount").decimalValue());
  }

  List<String> undesignated() {
    return gifts.stream()
        .filter(gift -> gift.path("giftDesignations").isNull())
        .map(gift -> gift.path("id").asString())
        .toList();
  }

  List<String> byProject() {
    var projects = new TreeMap<String, BigDecimal>();
    for (var gift : gifts) {
      for (var part : gift.path("giftDesignations")) {
        var amount = part.path("amountDesignated").decimalValue();
        projects.merge(project(gift, part), amount, BigDecimal::add);
      }
    }
    return projects.entrySet().stream()
        .map(project -> Warehouse.line(project.getKey(), project.getValue()))
        .toList();
  }

  private static String project(JsonNode gift, JsonNode part) {
    return Warehouse.line(
        part.path("projectId"),
        part.path("project").asString(),
        GiftSums.day(gift).getYear(),
        GiftSums.currency(gift));
  }

  List<String> credits() {
    return gifts.stream().flatMap(GiftParts::credits).toList();
  }

  private static Stream<String> credits(JsonNode gift) {
    var several = gift.path("giftPassthroughs");
    return several.isEmpty()
        ? Stream.of(gift.path("contactPassthroughId"))
            .filter(JsonNode::isNumber)
            .map(credited -> credit(gift, credited, gift.path("amount")))
        : several
            .valueStream()
            .map(each -> credit(gift, each.path("contactId"), share(gift, each)));
  }

  /** All of it, unless it says how much. */
  private static JsonNode share(JsonNode gift, JsonNode credit) {
    return credit.has("amount") ? credit.path("amount") : gift.path("amount");
  }

  private static String credit(JsonNode gift, JsonNode credited, JsonNode amount) {
    return Warehouse.line(gift.path("id"), gift.path("contactId"), credited, amount.decimalValue());
  }

  List<String> payments() {
    return paid().map(GiftParts::payment).toList();
  }

  /** What came on plans. */
  private Stream<JsonNode> paid() {
    return gifts.stream().filter(gift -> !gift.path(PAYMENTS).isEmpty());
  }

  private static String payment(JsonNode gift) {
    var expected = gift.path(PAYMENTS).path(0);
    var due = LocalDate.parse(expected.path("expectedPaymentDate").asString().substring(0, 10));
    return Warehouse.line(
        gift.path("id"),
        gift.path("contactId"),
        expected.path("expectedAmount").decimalValue(),
        gift.path("amount").decimalValue(),
        ChronoUnit.DAYS.between(due, GiftSums.day(gift)));
  }

  BigDecimal paid(long contact, int year) {
    return GiftSums.total(
        paid()
            .filter(gift -> gift.path("contactId").asLong() == contact)
            .filter(gift -> GiftSums.day(gift).getYear() == year)
            .toList());
  }
}
