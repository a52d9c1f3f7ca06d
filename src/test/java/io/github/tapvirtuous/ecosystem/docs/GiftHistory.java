package io.github.tapvirtuous.ecosystem.docs;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.table.TableMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Made-up gifts of some years, of the recorded contacts for the recorded projects: they add up, and
 * what refers to a row leads to one.
 */
final class GiftHistory {
  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
  private static final int DAYS = 5 * 365;
  private static final long FIRST_CONTACT = 1001;
  private static final int CONTACTS = 3;
  private static final int MOST_CENTS = 100_000;
  private static final int MOST_DAYS_LATE = 9;
  private static final DateTimeFormatter US_DATE =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);

  private static final List<JsonNode> GIFTS = samples("gifts");
  private static final List<JsonNode> DESTINATIONS = samples("gift_destinations");

  private final Random random = new Random(1);
  private final List<ObjectNode> gifts = new ArrayList<>();
  private final List<ObjectNode> destinations = new ArrayList<>();

  private GiftHistory() {}

  private static List<JsonNode> samples(String table) {
    return Samples.rows(TableMap.named(table).orElseThrow());
  }

  /** Whose other tables hold the recorded rows. */
  static StandIn of(int gifts) {
    var history = new GiftHistory();
    for (var number = 0; number < gifts; number++) {
      history.add(number);
    }
    return StandIn.builder()
        .rows("gifts", history.gifts)
        .rows("gift_destinations", history.destinations)
        .build();
  }

  private void add(int number) {
    var gift = (ObjectNode) GIFTS.get(number % GIFTS.size()).deepCopy();
    var sign = gift.path("amount").decimalValue().signum();
    var cents = sign * (long) (2 + random.nextInt(MOST_CENTS));
    var day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    gift.put("id", GIFTS.get(0).path("id").asLong() + number)
        .put("contactId", FIRST_CONTACT + random.nextInt(CONTACTS))
        .put("giftDate", day + "T00:00:00")
        .put("amount", money(cents));
    leaveEmpty(gift, number);
    designate(gift, day, cents);
    expect(gift, day);
    credit(gift, number, cents);
    gifts.add(gift);
  }

  private static BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  /** Some are for nothing that anybody said, and say so as null or as an empty list. */
  private static void leaveEmpty(ObjectNode gift, int number) {
    if (number % 9 == 4) {
      gift.putNull("giftDesignations").putNull("customFields").putNull("recurringGiftPayments");
    } else if (number % 9 == 7) {
      gift.putArray("giftDesignations");
    }
  }

  /** The first part of several is a third of it. */
  private void designate(ObjectNode gift, LocalDate day, long cents) {
    var parts = gift.path("giftDesignations");
    var left = cents;
    for (var i = 0; i < parts.size(); i++) {
      var part = (ObjectNode) parts.get(i);
      var amount = i == parts.size() - 1 ? left : left / 3;
      var row = destination(part.path("id").asLong());
      var id = DESTINATIONS.get(0).path("id").asLong() + destinations.size();
      part.put("id", id).put("amountDesignated", money(amount));
      row.put("id", id).put("amountDesignated", money(amount)).put("giftDate", US_DATE.format(day));
      row.set("giftId", gift.path("id"));
      row.set("contactId", gift.path("contactId"));
      destinations.add(row);
      left -= amount;
    }
  }

  private static ObjectNode destination(long id) {
    return (ObjectNode)
        DESTINATIONS.stream()
            .filter(row -> row.path("id").asLong() == id)
            .findFirst()
            .orElseThrow()
            .deepCopy();
  }

  private void expect(ObjectNode gift, LocalDate day) {
    for (var payment : gift.path("recurringGiftPayments")) {
      var due = day.minusDays(random.nextInt(MOST_DAYS_LATE)) + "T00:00:00";
      ((ObjectNode) payment).put("expectedPaymentDate", due);
    }
  }

  /** Every fifth is credited to two; half of these do not say how much to whom. */
  private static void credit(ObjectNode gift, int number, long cents) {
    if (number % 5 == 0) {
      var credits = gift.putArray("giftPassthroughs");
      for (var i = 0; i < 2; i++) {
        var credit = credits.addObject().put("contactId", FIRST_CONTACT + i);
        if (number % 10 > 0) {
          credit.put("amount", money(i == 0 ? cents / 4 : cents - cents / 4));
        }
      }
    }
  }
}
