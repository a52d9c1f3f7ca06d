package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.TapRun;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gifts, and runs that leave out those which were not modified since some day. */
abstract class GiftsSince extends ChangingGifts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MODIFIED = "modifiedDateTimeUtc";

  /** So that about a half of the rows is later, as the modified dates of the stand-in are. */
  String start = "";

  String earlier = "";
  String later = "";

  @BeforeEach
  void half_of_the_gifts() {
    start = dayOf(GIFTS / 2);
    earlier = dayOf(GIFTS / 4);
    later = dayOf(3 * GIFTS / 4);
    startDate(start);
  }

  private String dayOf(int row) {
    return rows().stream()
        .map(each -> each.path(MODIFIED).stringValue().substring(0, 10))
        .sorted()
        .toList()
        .get(row);
  }

  private List<JsonNode> rows() {
    return tap.standIn().texts("gifts").stream().map(JSON::readTree).toList();
  }

  final void startDate(String date) {
    tap.set("start_date", '"' + date + '"');
  }

  /** Of each row that was modified since then, what it says now. */
  final void assertStoreIsRightSince(String date) {
    var truth = tap.without("start_date").sync().records("gifts");

    assertThat(store.values())
        .containsAll(
            truth.stream()
                .filter(row -> row.path(MODIFIED).asString("").compareTo(date) >= 0)
                .map(JsonNode::toString)
                .toList());
  }

  static JsonNode wholeStartDate(TapRun run) {
    return run.bookmark("gifts").path("whole_start_date");
  }
}
