package io.github.tapvirtuous.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Checkpoint;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class StreamBookmarkTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Instant START = Instant.parse("2026-03-01T02:00:00.123456Z");
  private static final ScanPosition HALF_WAY = new ScanPosition(7004, 249, 1012, 250);

  @Test
  void names_every_key_from_the_first_page_on() {
    var bookmark =
        StreamBookmark.first("9f2c", START, Checkpoint.empty()).at(HALF_WAY, START.plusSeconds(1));

    assertThat(bookmark.isInterrupted()).isTrue();
    assertThat(bookmark.toCheckpoint().json())
        .hasToString(
            "{\"fingerprint\":\"9f2c\",\"started_at\":\"2026-03-01T02:00:00.123Z\","
                + "\"last_key\":7004,\"index\":249,\"total\":1012,\"rows_sent\":250,"
                + "\"reached_at\":\"2026-03-01T02:00:01.123Z\",\"complete\":false,\"completed_at\":null,"
                + "\"replication_key\":null,\"replication_key_value\":null,\"scan_since\":null,"
                + "\"scan_start_date\":null,\"scan_from_key\":null,"
                + "\"scan_begun_at\":null,\"scan_undated\":0,\"whole_at\":null,\"whole_rows\":0,"
                + "\"whole_undated\":0,\"whole_columns\":\"\",\"whole_start_date\":null,\"newest_key\":null,"
                + "\"shown_columns\":[],\"conditions_at\":null,"
                + "\"modified_since\":[],\"key_from\":[],\"keys_in\":[],\"reach_rows\":0,"
                + "\"reach_at\":null,\"witnesses\":[],\"doubt\":\"\",\"doubt_wants_witness\":false,"
                + "\"doubt_at\":null}");
  }

  @Test
  void it_counts_from_when_it_last_came_further() {
    var first = StreamBookmark.first("9f2c", START, Checkpoint.empty());

    var further = first.at(HALF_WAY, START.plusSeconds(60));
    var noFurther = further.at(HALF_WAY, START.plusSeconds(120));

    assertThat(further.reachedAt()).isEqualTo(Instant.parse("2026-03-01T02:01:00.123Z"));
    assertThat(noFurther.reachedAt()).isEqualTo(further.reachedAt());
  }

  @Test
  void a_state_that_does_not_say_when_it_came_there_counts_from_its_start() {
    var json =
        StreamBookmark.first("9f2c", START, Checkpoint.empty())
            .at(HALF_WAY, START.plusSeconds(60))
            .toCheckpoint()
            .json();
    json.remove("reached_at");

    assertThat(StreamBookmark.read(new Checkpoint(json)).orElseThrow().reachedAt())
        .isEqualTo(Instant.parse("2026-03-01T02:00:00.123Z"));
  }

  @Test
  void a_complete_scan_says_when_and_is_not_interrupted() {
    var bookmark = StreamBookmark.first("9f2c", START, Checkpoint.empty());

    var complete = bookmark.completed(HALF_WAY, START.plusSeconds(60));

    assertThat(complete.isInterrupted()).isFalse();
    assertThat(complete.toCheckpoint().json().toString())
        .contains("\"complete\":true,\"completed_at\":\"2026-03-01T02:01:00.123Z\"");
  }

  @Test
  void a_scan_that_has_sent_nothing_is_not_interrupted() {
    assertThat(StreamBookmark.first("9f2c", START, Checkpoint.empty()).isInterrupted()).isFalse();
  }

  @Test
  void what_it_wrote_is_read_as_it_was() {
    var written =
        StreamBookmark.first("9f2c", START, Checkpoint.empty())
            .completed(HALF_WAY, START)
            .toCheckpoint();

    var read = StreamBookmark.read(written).orElseThrow();

    assertThat(read.fingerprint()).isEqualTo("9f2c");
    assertThat(read.position()).isEqualTo(HALF_WAY);
    assertThat(read.complete()).isTrue();
    assertThat(read.completedAt()).isEqualTo(Instant.parse("2026-03-01T02:00:00.123Z"));
    assertThat(read.toCheckpoint()).isEqualTo(written);
  }

  @Test
  void the_next_scan_begins_at_the_start_and_keeps_when_one_was_complete() {
    var complete =
        StreamBookmark.first("9f2c", START, Checkpoint.empty()).completed(HALF_WAY, START);

    var next = complete.anew("77aa", START.plusSeconds(60));

    assertThat(next.fingerprint()).isEqualTo("77aa");
    assertThat(next.position()).isEqualTo(ScanPosition.START);
    assertThat(next.complete()).isFalse();
    assertThat(next.completedAt()).isEqualTo(complete.completedAt());
  }

  @Test
  void keys_of_others_stay_where_they_were() {
    var before = checkpoint("{\"theirs\":{\"a\":[1]},\"index\":\"odd\",\"last\":2}");

    var after =
        StreamBookmark.first("9f2c", START, before)
            .at(HALF_WAY, START.plusSeconds(1))
            .toCheckpoint();

    assertThat(after.json().toString())
        .startsWith("{\"theirs\":{\"a\":[1]},\"index\":249,\"last\":2,\"fingerprint\":\"9f2c\"");
    assertThat(before.json().path("index").stringValue()).isEqualTo("odd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fingerprint | 7",
        "complete | \"true\"",
        "started_at | \"yesterday\"",
        "index | -1",
        "index | 2147483648",
        "last_key | \"7004\"",
        "total | null",
        "rows_sent | 1e30",
      })
  void is_not_read_where_a_key_is_not_what_it_was(String key, String value) {
    var json = StreamBookmark.first("9f2c", START, Checkpoint.empty()).toCheckpoint().json();
    json.set(key, MAPPER.readTree(value));

    assertThat(StreamBookmark.read(new Checkpoint(json))).isEmpty();
  }

  @Test
  void an_unreadable_time_of_completion_counts_as_never() {
    var json = StreamBookmark.first("9f2c", START, Checkpoint.empty()).toCheckpoint().json();
    json.put("completed_at", "yesterday");

    assertThat(StreamBookmark.read(new Checkpoint(json)).orElseThrow().completedAt())
        .isEqualTo(Instant.EPOCH);
  }

  private static Checkpoint checkpoint(String json) {
    return new Checkpoint((ObjectNode) MAPPER.readTree(json));
  }

  @Test
  void what_is_read_since_a_start_date_is_all_that_is_wanted() {
    var start = Instant.parse("2026-01-05T10:00:00Z");
    var day = LocalDate.parse("2026-01-03");
    var begun = limited(ScanWindow.wantedSince(start, day).withColumns("abcd"));

    var whole = begun.completed(HALF_WAY, START).replication().whole();

    assertThat(begun.isInterrupted()).isTrue();
    assertThat(whole.startDate()).isEqualTo(start);
    assertThat(whole.columns()).isEqualTo("abcd");
    assertThat(whole.reachesBackTo(start)).isTrue();
    assertThat(whole.reachesBackTo(start.minusSeconds(1))).isFalse();
    assertThat(whole.reachesBackTo(Instant.EPOCH)).isFalse();
  }

  @Test
  void what_changed_since_the_last_read_is_not() {
    var begun = limited(ScanWindow.changedSince(LocalDate.parse("2026-01-03")));

    assertThat(begun.completed(HALF_WAY, START).replication().whole().isKnown()).isFalse();
  }

  /** In the middle of a read of some rows, and kept in a state since. */
  private static StreamBookmark limited(ScanWindow window) {
    var first = StreamBookmark.first("9f2c", START, Checkpoint.empty()).at(HALF_WAY, START);
    var begun = Replication.NONE.with(window.begun(START));
    var kept = StreamBookmark.read(first.with(begun).toCheckpoint()).orElseThrow();
    var scan = kept.replication().scan().withColumns(window.columns());
    return kept.with(kept.replication().with(scan));
  }
}
