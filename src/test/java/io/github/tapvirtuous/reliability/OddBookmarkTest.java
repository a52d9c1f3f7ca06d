package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Bookmarks of older versions, of other taps, and of people who edit. */
final class OddBookmarkTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 40).boxed().toList();

  @RegisterExtension private final Tap tap = Tap.patient();

  @BeforeEach
  void small_pages() {
    tap.keysOf("gifts").set("page_size", 6).serves(StandIn.builder().ids("gifts", IDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"2020-01-01\"",
        "[]",
        "{}",
        "{\"fingerprint\":7}",
        "{\"last_key\":1.5}",
        "{\"last_key\":\"12\"}",
        "{\"last_key\":null}",
        "{\"last_key\":1e400}",
        "{\"index\":-1}",
        "{\"index\":2147483647}",
        "{\"index\":99999999999}",
        "{\"index\":1.5}",
        "{\"total\":null}",
        "{\"total\":-7}",
        "{\"rows_sent\":-1}",
        "{\"rows_sent\":\"many\"}",
        "{\"started_at\":\"yesterday\"}",
        "{\"started_at\":\"+999999999-12-31T23:59:59Z\"}",
        "{\"completed_at\":7}",
        "{\"complete\":\"no\"}"
      })
  void no_bookmark_is_fatal_and_none_costs_a_row(String odd) {
    var interrupted = tap.sync().first(12).state();
    var bookmarks = (ObjectNode) interrupted.path("bookmarks");
    var bookmark = bookmarks.path("gifts");
    var before = bookmark.path("last_key").asLong();
    var change = StrictJson.of(odd);
    bookmarks.set(
        "gifts",
        change.isObject() && !change.isEmpty()
            ? ((ObjectNode) bookmark.deepCopy()).setAll((ObjectNode) change)
            : change);

    var run = tap.resume(interrupted);

    assertThat(run.exitCode()).as(run.logText()).isZero();
    assertThat(run.ids("gifts"))
        .containsAll(IDS.stream().filter(id -> id > before).toList())
        .doesNotHaveDuplicates();
  }
}
