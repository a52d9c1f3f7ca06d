package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * States that another tap, another version or an orchestrator may hand over: none of them fails.
 */
final class StateShapesTest {
  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void one_table() {
    tap.tables("gifts");
  }

  private TapRun with(String state) {
    var run = tap.sync("--state", tap.file("state.json", state));
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.ids("gifts")).isNotEmpty();
    assertThat(run.isComplete("gifts")).isTrue();
    SingerOutput.check(run.stdout());
    return run;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{}", "{\"bookmarks\":{}}", "\uFEFF{}"})
  @Rule("ST-7")
  void nothing_is_a_fresh_start(String state) {
    assertThat(with(state).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"text\"", "7", "true"})
  void bookmarks_that_are_no_object_are_replaced_with_a_warning(String bookmarks) {
    var run = with("{\"bookmarks\":" + bookmarks + ",\"other\":1}");

    assertThat(run.warnings()).singleElement().asString().contains("bookmarks");
    assertThat(run.state().path("other").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"2024-01-01\"",
        "{}",
        "{\"replication_key\":\"modified\",\"replication_key_value\":\"2024-01-01\"}",
        "{\"fingerprint\":7,\"complete\":\"yes\"}",
        "{\"fingerprint\":\"f\",\"complete\":false,\"started_at\":\"yesterday\"}",
        "{\"fingerprint\":\"f\",\"complete\":false,\"started_at\":\"2026-03-01T00:00:00Z\","
            + "\"index\":1e99,\"last_key\":1,\"total\":2,\"rows_sent\":3}",
        "{\"fingerprint\":\"f\",\"complete\":false,\"started_at\":\"2026-03-01T00:00:00Z\","
            + "\"index\":-5,\"last_key\":1,\"total\":2,\"rows_sent\":3}",
        "{\"fingerprint\":\"f\",\"complete\":false,\"started_at\":\"2026-03-01T00:00:00Z\","
            + "\"index\":5,\"last_key\":\"x\",\"total\":null,\"rows_sent\":{}}",
      })
  @Rule({"ST-7", "ST-8"})
  void a_bookmark_of_unknown_form_is_kept_and_its_stream_starts_fresh(String bookmark) {
    var run = with("{\"bookmarks\":{\"gifts\":" + bookmark + ",\"elsewhere\":" + bookmark + "}}");

    assertThat(run.state().path("bookmarks").path("elsewhere")).isEqualTo(StrictJson.of(bookmark));
    StrictJson.of(bookmark)
        .propertyNames()
        .forEach(name -> assertThat(run.bookmark("gifts").has(name)).isTrue());
  }

  @Test
  void numbers_of_others_keep_their_digits() {
    var run = with("{\"bookmarks\":{\"other\":{\"cursor\":12345678901234567890.123456789012}}}");

    assertThat(run.text()).contains("\"cursor\":12345678901234567890.123456789012");
  }

  @Test
  void a_bookmark_of_unknown_form_gets_one_warning() {
    var run = with("{\"bookmarks\":{\"gifts\":{\"offset\":3}}}");

    assertThat(run.warnings()).singleElement().asString().contains("gifts", "unknown form");
  }
}
