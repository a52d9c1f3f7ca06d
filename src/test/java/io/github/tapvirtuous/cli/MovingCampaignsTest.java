package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Communications without their key, while campaigns and communications come and go. */
final class MovingCampaignsTest extends KeylessCommunications {
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
}
