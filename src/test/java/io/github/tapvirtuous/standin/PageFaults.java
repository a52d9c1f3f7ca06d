package io.github.tapvirtuous.standin;

/** Pages that are not what was asked for, one line each. */
public final class PageFaults {
  private PageFaults() {}

  public static Fault totalMissing() {
    return Fault.onEnvelope("total missing", "{\"list\":[%rows%]}");
  }

  public static Fault totalNegative() {
    return Fault.onEnvelope("total negative", "{\"list\":[%rows%],\"total\":-1}");
  }

  public static Fault totalAsText() {
    return Fault.onEnvelope("total as text", "{\"list\":[%rows%],\"total\":\"%total%\"}");
  }

  public static Fault totalOf(int total) {
    return Fault.onEnvelope("total of " + total, "{\"list\":[%rows%],\"total\":" + total + "}");
  }

  public static Fault listNull() {
    return Fault.onEnvelope("list null", "{\"list\":null,\"total\":%total%}");
  }

  public static Fault listMissing() {
    return Fault.onEnvelope("list missing", "{\"total\":%total%}");
  }

  public static Fault rootArray() {
    return Fault.onEnvelope("root array", "[%rows%]");
  }

  public static Fault totalFirst() {
    return Fault.onEnvelope("total first", "{\"total\":%total%,\"list\":[%rows%]}");
  }

  public static Fault twoDocuments() {
    return Fault.onEnvelope("two documents", "{\"list\":[%rows%],\"total\":%total%}{}");
  }

  /** Rows come in an order that is always the same but no key's. */
  public static Fault orderByChance(long seed) {
    var chance = new Query.Order(Query.By.CHANCE, false, seed);
    return Fault.onQuery("order by chance", query -> query.ordered(chance));
  }

  public static Fault orderAlwaysDescending() {
    var descending = new Query.Order(Query.By.KEY, true, 0);
    return Fault.onQuery("order always descending", query -> query.ordered(descending));
  }

  /** Every request gets the whole table. */
  public static Fault pagingIgnored() {
    return Fault.onQuery("paging ignored", query -> query.page(0, Integer.MAX_VALUE));
  }

  /** Every request gets the first page. */
  public static Fault skipIgnored() {
    return Fault.onQuery("skip ignored", query -> query.page(0, query.take()));
  }

  public static Fault takeCappedAt(int most) {
    return Fault.onQuery(
        "take capped at " + most, query -> query.page(query.skip(), Math.min(most, query.take())));
  }
}
