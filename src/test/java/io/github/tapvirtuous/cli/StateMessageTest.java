package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole lines, whole files and other things that are given for a state. */
final class StateMessageTest {
  @RegisterExtension private final Tap tap = new Tap();

  private TapRun interrupted() {
    return tap.tables("gifts")
        .set("page_size", 10)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .ids("gifts", LongStream.rangeClosed(1, 40).toArray())
                .fault(When.page(18).times(2), Faults.status(500)))
        .sync();
  }

  private static String lastLine(TapRun run) {
    return run.lines().get(run.lines().size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "{\"type\":\"STATE\",\"value\":%s}"})
  void of_a_whole_message_the_value_is_taken_however_often_it_was_wrapped(String wrapping) {
    var before = interrupted();
    assertThat(before.ids("gifts")).hasSizeLessThan(40).isNotEmpty();

    var run = tap.sync("--state", tap.file("state.json", wrapping.formatted(lastLine(before))));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.ids("gifts")).hasSizeLessThan(40).contains(40L);
    assertThat(run.messages("STATE"))
        .allMatch(state -> state.at("/value/bookmarks/gifts").isObject())
        .noneMatch(state -> state.path("value").has("value"));
    assertThat(run.warnings()).isEmpty();
    assertThat(run.log()).anyMatch(line -> line.contains("whole STATE message"));
  }

  @Test
  void another_object_is_told_of_and_kept() {
    tap.tables("gifts");
    var state =
        tap.file(
            "state.json",
            "{\"singer_state\":{\"a\":1},\"v_Kx3PqR8tLm0wYz5B\":2,\"%s\":3,\"d\":4,\"e\":5,\"f\":6}"
                .formatted("long ".repeat(20)));

    var run = tap.sync("--state", state);

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings())
        .singleElement()
        .asString()
        .contains(
            "has no \"bookmarks\", only \"singer_state\", \"***\", \"long long",
            "..., \"d\", \"e\" and 1 more: that is kept, and every stream starts afresh.",
            "Give the last state")
        .hasSizeLessThan(400);
    assertThat(run.state().at("/singer_state/a").intValue()).isEqualTo(1);
    assertThat(run.state().at("/bookmarks/gifts/complete").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"STATE\"}",
        "{\"type\":\"STATE\",\"value\":null}",
        "{\"type\":\"STATE\",\"value\":{\"gifts\":{}}}"
      })
  void a_message_without_a_state_in_it_is_told_of(String message) {
    var run = tap.tables("gifts").sync("--state", tap.file("state.json", message));

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings()).singleElement().asString().contains("no \"bookmarks\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"RECORD\",\"stream\":\"gifts\",\"record\":{\"id\":1}} | is a RECORD message",
        "{\"type\":\"SCHEMA\",\"stream\":\"gifts\",\"schema\":{}} | is a SCHEMA message",
        "{\"type\":\"SCHEMA\"}\\n{\"type\":\"RECORD\"} | (line 2, column 1). It holds messages of a"
            + " tap, the first a SCHEMA.",
        "{\"type\":\"STATE\",\"value\":{}}\\n{\"type\":\"RECORD\"} | the first a STATE.",
        "{\"bookmarks\":{}}\\n{\"bookmarks\":{}} | It holds several states: the last line alone",
        "{\"api_key\":\"canary\",\"tables\":[]} | is a config",
      })
  void what_is_surely_no_state_is_refused(String content, String what) {
    var state = tap.file("state.json", content.replace("\\n", "\n"));

    var run = tap.sync("--state", state);

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains(what, "Give the last state that the target printed")
        .doesNotContain("canary")
        .hasLineCount(1);
  }
}
