package io.github.tapvirtuous.singer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.testing.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The states among the messages of a run: the first, the last and what stands in them. */
final class SingerStatesTest {
  private static final String EMPTY_STATE = "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SingerMessages messages =
      new SingerMessages(out, StateEnvelope.empty(), DateTimes.TIMESTAMP);

  @Test
  @Rule({"ST-1", "ST-3", "ST-4"})
  void a_state_is_the_bookmarks_and_the_incoming_one_comes_first_and_the_newest_last() {
    messages.endingInState(() -> messages.checkpoint("gifts", state("a", "b"), 0));

    assertThat(lines())
        .containsExactly(
            EMPTY_STATE.strip(),
            "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{\"gifts\":{\"a\":\"b\"}}}}",
            "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{\"gifts\":{\"a\":\"b\"}}}}");
  }

  @Test
  @Rule("ST-7")
  void what_others_wrote_into_the_state_stays_where_it_was() {
    var incoming = json("singer_state", "kept");
    incoming.putObject("bookmarks").put("other", 3).set("gifts", json("a", "b"));

    saying(incoming).checkpoint("gifts", state("c", "d"), 0);

    assertThat(lines().get(1))
        .contains(
            "{\"singer_state\":\"kept\",\"bookmarks\":{\"other\":3,\"gifts\":{\"c\":\"d\"}}}");
  }

  @Test
  @Rule("ST-4")
  void a_run_without_a_word_ends_in_the_incoming_state() {
    messages.endingInState(() -> {});

    assertThat(text()).isEqualTo(EMPTY_STATE.repeat(2));
  }

  @Test
  void a_run_that_was_stopped_ends_in_a_state_and_says_so() {
    assertThatThrownBy(
            () ->
                messages.endingInState(
                    throwing(SourceException.stopped(new InterruptedException()))))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("the state after them");

    assertThat(text()).isEqualTo(EMPTY_STATE.repeat(2));
  }

  @Test
  void a_key_that_was_always_refused_leaves_the_output_empty() {
    var refused = new ConfigException("The key is refused.", "Check it.");

    assertThatThrownBy(() -> messages.endingInState(throwing(refused))).isSameAs(refused);

    assertThat(text()).isEmpty();
  }

  @Test
  void a_key_that_was_refused_on_the_way_ends_in_a_state() {
    var refused = new ConfigException("The key is refused.", "Check it.");
    messages.checkpoint("gifts", state("a", "b"), 0);

    assertThatThrownBy(() -> messages.endingInState(throwing(refused))).isSameAs(refused);

    assertThat(lines()).hasSize(3);
    assertThat(lines().get(2)).isEqualTo(lines().get(1));
  }

  @Test
  void nothing_more_is_said_when_nobody_reads() {
    var gone = new OutputException(new IOException("Broken pipe"));
    messages.checkpoint("gifts", state("a", "b"), 0);

    assertThatThrownBy(() -> messages.endingInState(throwing(gone))).isSameAs(gone);

    assertThat(lines()).hasSize(2);
  }

  @Test
  @Rule("OUT-7")
  void half_a_surrogate_pair_in_the_incoming_state_is_replaced() {
    var incoming = json("a\uD83D", "x\uD83D", "b", "\uDE00y", "c", "\uD83D\uDE00");

    saying(incoming).checkpoint("gifts", Checkpoint.empty(), 0);

    assertThat(text()).contains("\"a\uFFFD\":\"x\uFFFD\",\"b\":\"\uFFFDy\",\"c\":\"😀\"");
  }

  @Test
  @Rule("OUT-7")
  void surrogate_pairs_survive_wherever_a_buffer_ends() {
    var faces = "😀".repeat(20_000);

    messages.checkpoint("gifts", state("even", faces, "odd", "x" + faces), 0);

    assertThat(text()).contains("\"" + faces + "\"", "\"x" + faces + "\"");
  }

  @Test
  @Rule("OUT-8")
  void nul_is_left_out_of_states_and_its_escape_as_text_is_not() {
    messages.checkpoint("gifts", state("a\u0000", "x\u0000y", "b", "\\u0000", "c", "\u0001é"), 0);

    assertThat(text()).contains("\"a\":\"xy\",\"b\":\"\\\\u0000\",\"c\":\"\\u0001é\"");
  }

  private String text() {
    return out.toString(UTF_8);
  }

  private List<String> lines() {
    return text().lines().toList();
  }

  private SingerMessages saying(ObjectNode incoming) {
    return new SingerMessages(out, StateEnvelope.of(incoming), DateTimes.TIMESTAMP);
  }

  private static Runnable throwing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private static Checkpoint state(String... namesAndValues) {
    return new Checkpoint(json(namesAndValues));
  }

  private static ObjectNode json(String... namesAndValues) {
    var json = JsonNodeFactory.instance.objectNode();
    for (int name = 0; name < namesAndValues.length; name += 2) {
      json.put(namesAndValues[name], namesAndValues[name + 1]);
    }
    return json;
  }
}
