package io.github.tapvirtuous.standin.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;

import io.github.tapvirtuous.standin.rows.Query;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Pages that are not what was asked for, one line each. */
public final class PageFaults {
  private static final Pattern FLAT_ROW = Pattern.compile("(?<=\\[)\\{[^{}]*\\}");
  private static final Pattern SECOND_ROW = Pattern.compile("(?<=\\[)(\\{[^{}]*\\}),\\{[^{}]*\\}");

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

  /** The first row of the page has its id twice, the second time with another value. */
  public static Fault nameTwice() {
    return firstRow("a name twice in a row", row -> row.replaceFirst("}$", ",\"id\":-1}"));
  }

  /** The first row of the page has no id. */
  public static Fault keyMissing() {
    return firstRow("a row without its key", row -> row.replaceFirst("\"id\":", "\"noId\":"));
  }

  /** The first row stands in the place of the second one as well. */
  public static Fault keyTwice() {
    return Fault.onReply(
        "a key twice in a page",
        reply ->
            reply.with(SECOND_ROW.matcher(reply.text()).replaceFirst("$1,$1").getBytes(UTF_8)));
  }

  /** Of rows without objects or arrays in them. */
  private static Fault firstRow(String name, UnaryOperator<String> change) {
    return Fault.onReply(
        name,
        reply -> {
          var row = FLAT_ROW.matcher(reply.text());
          return reply.with(
              row.replaceFirst(found -> quoteReplacement(change.apply(found.group())))
                  .getBytes(UTF_8));
        });
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
