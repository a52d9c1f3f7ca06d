package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.output.Messages;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads of communications without their key that take several runs. */
final class ResumedCampaignsTest extends KeylessCommunications {
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
}
