package io.github.tapvirtuous.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.testing.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StreamReportTest {
  @RegisterExtension private final LogLines log = new LogLines();

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final RunReport run = new RunReport(clock, Meters.NONE);
  private final StreamReport gifts = run.stream("gifts", "Gift/Query/FullGift");

  private String summary() {
    var summary =
        new RunSummary(run.streams().stream().map(StreamReport::summary).toList(), gifts.elapsed());
    return summary.text(Optional.of(3686L), "Go on so.");
  }

  @Test
  void the_time_of_a_stream_begins_anew_with_its_turn_and_ends_with_it() {
    clock.step(Duration.ofSeconds(5));
    gifts.started();
    clock.step(Duration.ofMillis(1500));
    gifts.finished(Outcome.INCOMPLETE, "7 of 8 rows");
    clock.step(Duration.ofHours(1));

    assertThat(gifts.elapsed()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void names_a_field_once_however_often_it_is_dropped() {
    gifts.dropped("giftPassthroughs", 250);
    gifts.dropped("giftPassthroughs", 250);
    gifts.mismatched("amount", 1);
    gifts.mismatched("amount", 1);

    assertThat(log.messages()).hasSize(2);
    assertThat(log.messages().get(0)).contains("giftPassthroughs");
    assertThat(log.messages().get(1)).contains("amount");
  }

  @Test
  void a_source_that_invents_names_does_not_flood_the_log() {
    for (int number = 0; number < 1000; number++) {
      gifts.dropped("field\n" + number, 1);
    }

    assertThat(log.messages()).hasSizeLessThan(60).noneMatch(line -> line.contains("\n"));
  }

  @Test
  void tells_of_events_only_where_there_is_an_inbox() {
    var notes = run.stream("contact_notes", "ContactNote/Query");
    var without = run.lines();
    gifts.events(EventCounts.read(7, 3));
    gifts.events(EventCounts.refetched(3));
    notes.events(EventCounts.read(2, 0));
    notes.events(EventCounts.deleted(1));
    List.of(gifts, notes).forEach(each -> each.finished(Outcome.VERIFIED, ""));

    assertThat(without).noneMatch(line -> line.contains("events"));
    assertThat(run.lines().get(0))
        .contains("events read 7, folded 3, superseded 0, refetched 3, deleted 0");
    assertThat(summary())
        .contains(" · events read 9, folded 3, superseded 0, refetched 3, deleted 1");
  }

  @Test
  void says_in_one_line_what_happened_to_a_stream_and_in_one_to_all() {
    gifts.requestSent();
    gifts.requestSent();
    gifts.retried();
    gifts.waited(Duration.ofSeconds(30));
    gifts.halved();
    gifts.total(251);
    gifts.pageWritten(250);
    gifts.dropped("a", 250);
    gifts.mismatched("b", 1);
    gifts.mismatched("c", 4);
    gifts.note("duplicate names", 2);
    clock.step(Duration.ofMillis(31_400));
    gifts.finished(Outcome.INCOMPLETE, "1 row is missing");
    run.stream("pledges", "v2/Pledge/Query").finished(Outcome.FORBIDDEN, "HTTP 403");

    assertThat(run.lines())
        .containsExactly(
            "gifts: incomplete (1 row is missing): rows 250 (total 251), pages 1, requests 2,"
                + " retries 1, halved 1, waits 1 (30.0 s), dropped fields 1 (a: 250),"
                + " mismatches 5 (b: 1, c: 4), duplicate names: 2, 31.4 s",
            "pledges: forbidden: rows 0, pages 0, requests 0, retries 0, halved 0,"
                + " waits 0 (0.0 s), dropped fields 0, mismatches 0, 0.0 s");
    assertThat(summary())
        .isEqualTo(
            "Failed after 31.4 s: 0 tables done, gifts incomplete, pledges forbidden.\n"
                + "  2 requests (3,686 left this hour) · 1 retry · waited 30.0 s · 1 dropped field"
                + " · 5 nulled values");
  }

  @Test
  void an_interrupted_stream_says_where_and_those_not_begun_share_a_line() {
    for (var name : List.of("pledges", "projects", "segments")) {
      run.stream(name, name);
    }
    gifts.reached(11_206);
    gifts.total(20_000);
    gifts.finished(Outcome.INTERRUPTED, "");

    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(0)).startsWith("gifts: interrupted at 11,206 of 20,000: rows 0 (");
    assertThat(run.lines().get(1)).isEqualTo("3 not begun: pledges, projects, segments");
    assertThat(summary())
        .isEqualTo(
            "Stopped after 0.0 s: 0 tables done, gifts interrupted at 11,206 of 20,000,"
                + " 3 not begun.\n  Go on so.");
  }

  @Test
  void an_unfinished_stream_says_where_and_why_and_is_no_failure() {
    gifts.goesOnAt(500);
    gifts.reached(750);
    gifts.total(20_000);
    gifts.finished(Outcome.UNFINISHED, "\"max_requests\" is used up");

    assertThat(run.lines().get(0))
        .startsWith("gifts: unfinished at 750 of 20,000 (\"max_requests\" is used up): rows 0 (");
    assertThat(gifts.rowsOfScan()).isEqualTo(750);
    assertThat(gifts.outcome().isFailure()).isFalse();
    assertThat(gifts.outcome().isSuccess()).isFalse();
  }

  @Test
  void streams_that_were_skipped_share_a_line_with_their_reason() {
    gifts.finished(Outcome.SKIPPED, "the network is away");
    run.stream("pledges", "pledges").finished(Outcome.SKIPPED, "the network is away");

    assertThat(run.lines()).hasSize(1);
    assertThat(run.lines().get(0)).isEqualTo("2 skipped (the network is away): gifts, pledges");
    assertThat(run.streams().get(0).failureLine())
        .isEqualTo("gifts is skipped: the network is away");
  }

  @Test
  void a_stream_interrupted_without_a_total_says_what_it_can() {
    gifts.finished(Outcome.INTERRUPTED, "");
    assertThat(run.lines().get(0)).startsWith("gifts: interrupted before its first row: ");

    gifts.reached(1_250);
    assertThat(run.lines().get(0)).startsWith("gifts: interrupted at 1,250: ");
  }

  @Test
  void a_run_that_brought_all_says_so() {
    gifts.pageWritten(61_250);
    gifts.finished(Outcome.VERIFIED, "");
    assertThat(summary())
        .startsWith("Done in 0.0 s: 1 table, 61,250 rows, all verified.\n  0 requests (3,686");

    run.stream("pledges", "pledges").finished(Outcome.UNVERIFIED, "");
    assertThat(summary()).startsWith("Done in 0.0 s: 2 tables, 61,250 rows, 1 unverified.\n");
  }

  @Test
  void whoever_looks_on_sees_where_a_stream_stands() {
    assertThat(gifts.status().state()).isEqualTo(StreamStatus.State.WAITING);
    gifts.started();
    gifts.total(20);
    gifts.pageWritten(7);
    gifts.waitsForQuota(Instant.EPOCH);

    assertThat(gifts.status())
        .isEqualTo(
            new StreamStatus(
                "gifts",
                StreamStatus.State.READ,
                Outcome.NOT_BEGUN,
                7,
                0,
                OptionalLong.of(20),
                0,
                Optional.of(Instant.EPOCH),
                Duration.ZERO));

    gifts.waited(Duration.ZERO);
    gifts.finished(Outcome.VERIFIED, "");
    assertThat(gifts.status().state()).isEqualTo(StreamStatus.State.ENDED);
    assertThat(gifts.status().waitsUntil()).isEmpty();
  }

  @Test
  void a_stream_has_one_report() {
    assertThat(run.stream("gifts", "Gift/Query/FullGift")).isSameAs(gifts);
  }
}
