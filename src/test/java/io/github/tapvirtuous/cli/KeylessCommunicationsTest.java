package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How communications without their key are read. */
final class KeylessCommunicationsTest extends KeylessCommunications {
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

  private int requestsBelow() {
    return (int)
        tap.standIn().requests().stream()
            .filter(seen -> seen.table().startsWith("Communication/ByCampaign/"))
            .count();
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
