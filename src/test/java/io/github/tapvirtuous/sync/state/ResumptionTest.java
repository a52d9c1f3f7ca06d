package io.github.tapvirtuous.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.testing.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.JsonNodeFactory;

final class ResumptionTest {
  private static final ScanPosition HALF_WAY = new ScanPosition(7004, 249, 1012, 250);

  @RegisterExtension private final LogLines log = new LogLines();

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final Map<String, Checkpoint> incoming = new HashMap<>();
  private final Resumption resumption =
      new Resumption(
          stream -> Optional.ofNullable(incoming.get(stream)), Duration.ofDays(3), clock);

  @Test
  void a_stream_that_no_run_knew_begins() {
    var bookmark = resumption.bookmark("gifts", known -> "9f2c");

    assertThat(bookmark.position()).isEqualTo(ScanPosition.START);
    assertThat(bookmark.startedAt()).isEqualTo(clock.instant());
    assertThat(bookmark.completedAt()).isEqualTo(Instant.EPOCH);
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void an_interrupted_scan_goes_on_where_it_stood() {
    incoming.put("gifts", interrupted("9f2c"));
    clock.step(Duration.ofDays(3));

    var bookmark = resumption.bookmark("gifts", known -> "9f2c");

    assertThat(bookmark.position()).isEqualTo(HALF_WAY);
    assertThat(bookmark.startedAt()).isEqualTo(clock.instant().minus(Duration.ofDays(3)));
    assertThat(log.messages())
        .containsExactly("gifts: goes on after 250 rows of an interrupted scan.");
  }

  @Test
  void an_interrupted_scan_that_is_too_old_begins_anew_and_says_why() {
    incoming.put("gifts", interrupted("9f2c"));
    clock.step(Duration.ofDays(3).plusSeconds(1));

    assertThat(resumption.bookmark("gifts", known -> "9f2c").position())
        .isEqualTo(ScanPosition.START);

    assertThat(log.messages())
        .singleElement()
        .asString()
        .contains("begins anew: its last page is older than \"resume_ttl\" (72 hours)");
  }

  @Test
  void an_interrupted_scan_of_something_else_begins_anew_and_says_why() {
    incoming.put("gifts", interrupted("9f2c"));

    var bookmark = resumption.bookmark("gifts", known -> "77aa");

    assertThat(bookmark.position()).isEqualTo(ScanPosition.START);
    assertThat(bookmark.fingerprint()).isEqualTo("77aa");
    assertThat(log.messages()).singleElement().asString().contains("columns have changed since");
  }

  @Test
  void a_complete_scan_is_followed_by_a_new_one_without_a_word() {
    incoming.put("gifts", complete());

    var bookmark = resumption.bookmark("gifts", known -> "9f2c");

    assertThat(bookmark.position()).isEqualTo(ScanPosition.START);
    assertThat(bookmark.completedAt()).isEqualTo(clock.instant());
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void what_it_does_not_understand_it_keeps_and_tells_of() {
    var json = JsonNodeFactory.instance.objectNode().put("since", "2026");
    incoming.put("gifts", new Checkpoint(json));

    var bookmark = resumption.bookmark("gifts", known -> "9f2c");

    assertThat(bookmark.position()).isEqualTo(ScanPosition.START);
    assertThat(bookmark.toCheckpoint().json().path("since").stringValue()).isEqualTo("2026");
    assertThat(log.warnings()).singleElement().asString().contains("gifts", "unknown form");
  }

  @Test
  void the_interrupted_stream_comes_first_then_new_ones_then_those_longest_complete() {
    incoming.put("newest", complete());
    clock.step(Duration.ofHours(-1));
    incoming.put("older", complete());
    incoming.put("interrupted", interrupted("9f2c"));

    assertThat(Stream.of("newest", "older", "unknown", "interrupted").sorted(resumption.order()))
        .containsExactly("interrupted", "unknown", "older", "newest");
  }

  private Checkpoint interrupted(String fingerprint) {
    return first(fingerprint).at(HALF_WAY, clock.instant()).toCheckpoint();
  }

  private Checkpoint complete() {
    return first("9f2c").completed(HALF_WAY, clock.instant()).toCheckpoint();
  }

  private StreamBookmark first(String fingerprint) {
    return StreamBookmark.first(fingerprint, clock.instant(), Checkpoint.empty());
  }
}
