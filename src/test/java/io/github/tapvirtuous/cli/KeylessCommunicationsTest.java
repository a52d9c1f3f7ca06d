package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accounts whose query keeps the keys of communications to itself: they come by their campaigns.
 * Campaigns 1 to 12 here; of communications the fourth has 7, the others have one or none.
 */
final class KeylessCommunicationsTest {
  private static final String TABLE = "communications";
  private static final int CAMPAIGNS = 12;
  private static final long LARGE = 4;
  private static final List<Long> ALL =
      LongStream.concat(
              LongStream.of(101, 103, 105, 107, 109, 111), LongStream.rangeClosed(401, 407))
          .sorted()
          .boxed()
          .toList();

  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void small_pages() {
    tap.tables(TABLE).set("page_size", 3).set("sample_size", 3).set("max_concurrent_requests", 2);
    tap.serves(standIn());
  }

  private static StandInBuilder standIn() {
    return StandIn.builder()
        .communicationsLackKey()
        .rows("campaigns", campaigns())
        .rows(TABLE, communications());
  }

  private static String[] campaigns() {
    return IntStream.rangeClosed(1, CAMPAIGNS)
        .mapToObj(KeylessCommunicationsTest::campaign)
        .toArray(String[]::new);
  }

  private static String campaign(long id) {
    return "{\"campaignId\":" + id + ",\"name\":\"Campaign\"}";
  }

  private static String[] communications() {
    return ALL.stream()
        .map(id -> communication(id, id > 400 ? LARGE : id - 100))
        .toArray(String[]::new);
  }

  private static String communication(long id, long campaign) {
    return "{\"communicationId\":%d,\"name\":\"Letter\",\"campaignId\":%d,".formatted(id, campaign)
        + "\"lastModifiedDateTimeUtc\":\"2026-02-01T00:00:00\"}";
  }

  private static List<Long> keys(Messages run) {
    return run.keys(TABLE, "communicationId");
  }

  private int requestsBelow() {
    return (int)
        tap.standIn().requests().stream()
            .filter(seen -> seen.table().startsWith("Communication/ByCampaign/"))
            .count();
  }

  @Test
  void come_by_their_campaigns_each_once() {
    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(keys(run)).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(run.records(TABLE))
        .allSatisfy(
            row -> {
              assertThat(row.path("modifiedDateTimeUtc").asString())
                  .isEqualTo("2026-02-01T00:00:00Z");
              assertThat(row.path("lastModifiedDateTimeUtc").isNull()).isTrue();
            });
    assertThat(run.isComplete(TABLE)).isTrue();
    assertThat(run.logText())
        .contains("INFO communications: rows come without \"communicationId\"")
        .contains("12 requests or more")
        .contains("INFO communications: unverified (below each of the campaigns): rows 13")
        .contains("(total 13)", "read whole, below each of the campaigns");
    assertThat(run.warnings()).isEmpty();
    SingerOutput.check(run.stdout());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void cost_a_request_for_each_campaign_and_page(int inFlight) {
    var catalog = tap.file("catalog.json", tap.discover().text());
    var before = requestsBelow();

    var run = tap.set("max_concurrent_requests", inFlight).sync("--catalog", catalog);

    assertThat(keys(run)).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(requestsBelow() - before).isEqualTo(CAMPAIGNS + 3); // more pages of the large one
  }

  @Test
  void have_their_columns_and_are_read_whole_in_the_catalog() {
    tap.standIn()
        .change(TABLE, 101, row -> row.put("isPinned", true)); // another field, in both replies

    var stream = tap.discover().document().at("/streams/0");

    assertThat(stream.at("/schema/properties/communicationId/type").toString())
        .isEqualTo("[\"integer\"]");
    assertThat(stream.at("/schema/properties").propertyNames())
        .contains("name", "modifiedDateTimeUtc", "lastModifiedDateTimeUtc", "isPinned");
    assertThat(stream.toString()).contains("FULL_TABLE").doesNotContain("INCREMENTAL");
  }

  @Test
  void come_with_a_catalog_made_when_they_had_their_key() {
    tap.serves(StandIn.builder().rows("campaigns", campaigns()).rows(TABLE, communications()));
    var catalog = tap.file("catalog.json", tap.discover().text());
    var incremental = tap.sync("--catalog", catalog);
    tap.serves(standIn());

    var run = tap.resume(incremental, "--catalog", catalog);

    assertThat(keys(incremental)).containsExactlyElementsOf(ALL);
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(keys(run)).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void are_asked_for_by_their_query_again_once_that_has_their_key() {
    var run = tap.sync();
    tap.serves(StandIn.builder().rows("campaigns", campaigns()).rows(TABLE, communications()));

    var next = tap.resume(run);

    assertThat(keys(next)).containsExactlyElementsOf(ALL);
    assertThat(next.logText())
        .contains("communications: verified", "read whole (no whole read before)");
  }

  @Test
  void show_one_row_to_a_test() {
    var catalog = tap.file("catalog.json", tap.discover().text());

    for (var test : List.of(tap.sync("--test"), tap.sync("--test", "--catalog", catalog))) {
      assertThat(test.exitCode()).as(test.toString()).isZero();
      assertThat(keys(test)).containsExactly(101L);
    }
  }

  @Test
  void show_none_to_a_test_where_the_campaign_is_gone() {
    var catalog = tap.file("catalog.json", tap.discover().text());
    tap.standIn().delete("campaigns", 1);

    var test = tap.sync("--test", "--catalog", catalog);

    assertThat(test.exitCode()).as(test.toString()).isZero();
    assertThat(keys(test)).isEmpty();
  }

  @Test
  void are_checked_where_they_are_read() {
    tap.standIn().plan(When.always().of("Communication/ByCampaign/1"), Faults.status(403));

    var check = tap.run("check", "--config", tap.config(), "--format", "json");

    assertThat(check.document().at("/tables/communications").asString()).contains("403");
    assertThat(tap.run("check", "--config", tap.config()).exitCode()).isZero();
  }

  @Test
  void of_a_deleted_campaign_are_out_of_reach_and_counted() {
    tap.standIn().delete("campaigns", LARGE);

    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(keys(run)).containsExactly(101L, 103L, 105L, 107L, 109L, 111L);
    assertThat(run.logText())
        .contains("unverified (below each of the campaigns; 7 of 13 rows were not met)");
    assertThat(run.isComplete(TABLE)).isTrue();
  }

  @Test
  void of_a_campaign_that_goes_meanwhile_are_no_failure() {
    tap.standIn()
        .plan(
            When.request(1).of("Communication/ByCampaign/9"),
            DataFaults.delete("campaigns", 9, 11));

    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(keys(run)).doesNotHaveDuplicates().hasSize(11).doesNotContain(109L, 111L);
  }

  @Test
  void of_a_campaign_that_is_listed_but_not_found_are_one() {
    tap.standIn().plan(When.always().of("Communication/ByCampaign/5"), Faults.status(404));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("communications: of 1 of the campaigns that are listed");
    assertThat(keys(run)).hasSize(12).doesNotContain(105L);
    assertThat(run.isComplete(TABLE)).isFalse();
    assertThat(keys(tap.resume(run))).hasSize(12);
  }

  @Test
  void of_a_campaign_that_is_made_meanwhile_come_too() {
    tap.standIn()
        .plan(
            When.request(1).of("Communication/ByCampaign/12"),
            DataFaults.insert("campaigns", campaign(13)),
            DataFaults.insert(TABLE, communication(500, 13)));

    var run = tap.sync();

    assertThat(keys(run)).contains(500L).hasSize(14).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"2", "5", "9"})
  void that_change_meanwhile_lose_no_other(int campaign) {
    tap.standIn()
        .plan(
            When.request(1).of("Communication/ByCampaign/" + campaign),
            DataFaults.delete(TABLE, 401, 402),
            DataFaults.insert(TABLE, communication(102, 2), communication(112, 12)));

    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(keys(run)).doesNotHaveDuplicates().contains(112L);
    assertThat(keys(run)).containsAll(ALL.stream().filter(id -> id != 401 && id != 402).toList());
  }

  @ParameterizedTest
  @CsvSource({"14,1", "14,4", "15,2", "17,4", "23,1"})
  void runs_together_bring_every_row_whatever_their_requests(int maxRequests, int inFlight) {
    var catalog = tap.file("catalog.json", tap.discover().text());
    tap.set("max_requests", maxRequests).set("max_concurrent_requests", inFlight);
    var seen = new TreeSet<Long>();
    var run = tap.sync("--catalog", catalog);
    var runs = 1;
    seen.addAll(keys(run));
    while (!run.isComplete(TABLE)) {
      assertThat(run.exitCode()).as(run.toString()).isZero();
      assertThat(runs++).isLessThan(20);
      run = tap.resume(run, "--catalog", catalog);
      assertThat(keys(run)).doesNotHaveDuplicates();
      assertThat(campaignsOf(run, seen)).hasSizeLessThanOrEqualTo(1); // the one it went on with
      seen.addAll(keys(run));
    }

    assertThat(seen).containsExactlyElementsOf(ALL);
  }

  private static Set<Long> campaignsOf(Messages run, Set<Long> keys) {
    return run.records(TABLE).stream()
        .filter(row -> keys.contains(row.path("communicationId").asLong()))
        .map(row -> row.path("campaignId").asLong())
        .collect(Collectors.toSet());
  }

  @Test
  void a_run_goes_on_with_the_campaign_that_was_being_read() {
    breakOnce("Communication/ByCampaign/7", 1);
    var first = tap.set("max_concurrent_requests", 1).sync();
    tap.standIn().delete("campaigns", 1);
    tap.standIn().insert(TABLE, communication(103_000, 3));
    tap.standIn().insert(TABLE, communication(112, 12));

    var second = tap.resume(first);

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(keys(first)).hasSize(10).doesNotContain(107L);
    assertThat(second.exitCode()).as(second.toString()).isZero();
    assertThat(keys(second)).containsExactly(107L, 109L, 111L, 112L);
    assertThat(second.logText()).contains("goes on after 10 rows");
  }

  /** For as long as a run tries. */
  private void breakOnce(String path, int request) {
    tap.set("retry_limit", 2);
    tap.standIn().plan(When.request(request).of(path).times(2), Faults.status(500));
  }

  @Test
  void a_campaign_too_large_for_the_requests_of_any_run_is_told_of() {
    var catalog = tap.file("catalog.json", tap.discover().text());
    breakOnce("Communication/ByCampaign/4", 2);
    var first = tap.set("max_concurrent_requests", 1).sync("--catalog", catalog);
    var listing = tap.standIn().requestCount("campaigns");

    var run = tap.set("max_requests", 1 + listing + 3).resume(first, "--catalog", catalog);

    assertThat(keys(run)).containsExactly(401L, 402L, 403L, 404L, 405L, 406L, 407L);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.errors().get(0)).contains("no row came that the last run had not");
  }

  @Test
  void without_any_campaign_are_none() {
    tap.serves(standIn().empty("campaigns"));

    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(keys(run)).isEmpty();
    assertThat(run.logText()).contains("13 of 13 rows were not met");
    assertThat(run.isComplete(TABLE)).isTrue();
  }

  @Test
  void of_closed_campaigns_are_closed() {
    tap.serves(standIn().forbid("campaigns"));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors().get(0)).contains("campaigns: ", "403");
  }
}
