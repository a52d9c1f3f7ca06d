package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.Messages;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs that were killed, and the runs after them. */
@Tag("slow")
final class ResumeTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 40).boxed().toList();
  private static final int PAGE = 6;
  private static final JsonNode FRESH = StrictJson.of("{}");

  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void forty_rows_in_small_pages() {
    tap.keysOf("gifts")
        .set("page_size", PAGE)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .ids("gifts", IDS)
                .rateLimit(RateLimit.hourly(1_000_000, tap.clock())));
  }

  /** Kills the run after this line; what came is all that anybody knows of it. */
  private Messages killed(JsonNode state, int afterLine) {
    return tap.resume(state).first(afterLine);
  }

  @Test
  @Rule({"ST-5", "ST-11"})
  void killed_at_any_line_nothing_is_lost_and_a_page_at_most_comes_twice() {
    var whole = tap.resume(FRESH);
    for (int line = 0; line <= whole.lines().size(); line++) {
      var first = whole.first(line);
      var next = tap.resume(first.lastState().orElse(FRESH));

      var ids = first.and(next).ids("gifts");
      assertThat(next.exitCode()).isZero();
      if (!first.lastState().map(ResumeTest::isComplete).orElse(false)) {
        assertThat(ids.size() - IDS.size()).as("line " + line).isBetween(0, PAGE);
      }
      assertThat(ids).as("line " + line).containsAll(IDS);
    }
  }

  private static boolean isComplete(JsonNode state) {
    return state.path("bookmarks").path("gifts").path("complete").asBoolean(false);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void killed_any_number_of_times_it_gets_to_the_end(long seed) {
    var random = new Random(seed);
    var all = Messages.of(List.of());
    var state = FRESH;
    var kills = 0;
    while (!isComplete(state)) {
      var part = killed(state, 1 + random.nextInt(2 * PAGE));
      kills++;
      all = all.and(part);
      state = part.lastState().orElse(state);
    }

    assertThat(all.ids("gifts")).as("seed " + seed).containsAll(IDS);
    assertThat(all.ids("gifts").size() - IDS.size()).as("seed " + seed).isBetween(0, kills * PAGE);
  }

  @Test
  void a_row_without_its_key_is_met_again_by_every_run_that_resumes() {
    tap.standIn().plan(When.page(10).of("gifts").forever(), PageFaults.keyMissing());
    var whole = tap.resume(FRESH);
    for (var line : List.of(5, 12, 16, 18, 19, 20, whole.lines().size())) {
      var next = tap.resume(whole.first(line).lastState().orElse(FRESH));

      assertThat(next.exitCode()).as("line " + line).isEqualTo(1);
      assertThat(next.logText()).contains("1 row(s) of gifts have no usable \"id\"");
    }
  }

  @Test
  void begins_anew_after_resume_ttl_and_says_why() {
    var interrupted = killed(FRESH, 12);
    tap.clock().step(Duration.ofHours(24).plusSeconds(1));

    var next = tap.resume(interrupted);

    assertThat(next.ids("gifts")).containsExactlyElementsOf(IDS);
    assertThat(next.logText())
        .contains(
            "gifts: an interrupted scan begins anew: its last page is older than \"resume_ttl\"");
  }

  @Test
  void goes_on_just_within_resume_ttl_with_another_page_size() {
    var interrupted = killed(FRESH, 12);
    tap.clock().step(Duration.ofHours(24));

    var next = tap.set("page_size", 9).resume(interrupted);

    assertThat(next.ids("gifts")).hasSizeLessThan(IDS.size());
    assertThat(next.logText()).contains("gifts: goes on after");
  }

  @Test
  void begins_anew_with_other_columns_and_says_why() {
    var interrupted = killed(FRESH, 12);
    ((ObjectNode) interrupted.bookmark("gifts")).put("fingerprint", "another");

    var next = tap.resume(interrupted);

    assertThat(next.ids("gifts")).containsExactlyElementsOf(IDS);
    assertThat(next.logText()).contains("the columns have changed since");
  }

  @Test
  @Rule({"ST-7", "ST-8"})
  void state_of_others_stays_where_it_is() {
    var incoming =
        StrictJson.of(
            """
            {"currently_syncing": "gifts", "version": 7,
             "bookmarks": {"donors": {"replication_key_value": "2020"},
                           "gifts": {"replication_key": "id", "offset": {"skip": 40}}}}""");

    var run = tap.resume(incoming);

    var last = run.state();
    assertThat(run.exitCode()).isZero();
    assertThat(run.ids("gifts")).containsExactlyElementsOf(IDS);
    assertThat(last.path("currently_syncing").asString()).isEqualTo("gifts");
    assertThat(last.path("version").asInt()).isEqualTo(7);
    assertThat(last.path("bookmarks").path("donors")).isEqualTo(incoming.at("/bookmarks/donors"));
    assertThat(last.at("/bookmarks/gifts/offset/skip").asInt()).isEqualTo(40);
    assertThat(run.logText()).contains("gifts: its state has an unknown form");
  }
}
