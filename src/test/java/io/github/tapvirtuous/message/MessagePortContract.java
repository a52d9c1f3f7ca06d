package io.github.tapvirtuous.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.report.Outcome;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What every port owes the engine, whatever its protocol. */
public abstract class MessagePortContract extends LostRowsContract {
  @Test
  void a_stream_that_started_is_visible_at_once() {
    started(portInto(buffered(out)));

    assertThat(told()).containsExactly("started gifts");
  }

  @Test
  void everything_said_is_visible_after_a_checkpoint_and_in_order() {
    var port = portInto(buffered(out));

    started(port);
    rows(port, "{\"id\":1}", "{\"id\":2}");
    rows(port, "{\"id\":3}");
    checkpoint(port, 3);

    assertThat(told())
        .containsExactly(
            "started gifts",
            "row gifts {\"id\":1}",
            "row gifts {\"id\":2}",
            "row gifts {\"id\":3}",
            "checkpoint gifts {\"sent\":3}");
  }

  @Test
  void each_checkpoint_stands_behind_the_rows_that_it_counts() {
    var port = portInto(out);

    started(port);
    rows(port, "{\"id\":1}", "{\"id\":2}");
    checkpoint(port, 2);
    rows(port, "{\"id\":3}");
    checkpoint(port, 1);
    checkpoint(port, 0);

    assertThat(told())
        .containsExactly(
            "started gifts",
            "row gifts {\"id\":1}",
            "row gifts {\"id\":2}",
            "checkpoint gifts {\"sent\":2}",
            "row gifts {\"id\":3}",
            "checkpoint gifts {\"sent\":1}",
            "checkpoint gifts {\"sent\":0}");
  }

  @Test
  void rows_said_before_another_stream_starts_are_visible_with_it() {
    var port = portInto(buffered(out));

    rows(port, "{\"id\":1}");
    port.finished("gifts", Outcome.VERIFIED);
    port.started("contacts", schema());

    assertThat(told()).containsExactly("row gifts {\"id\":1}", "started contacts");
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_stream_may_finish_without_having_started(Outcome outcome) {
    var port = portInto(out);

    port.finished("contacts", outcome);
    started(port);

    assertThat(told()).containsExactly("started gifts");
  }

  @Test
  void the_checkpoint_of_one_stream_leaves_that_of_another_as_it_was() {
    var port = portInto(out);

    checkpoint(port, 7);
    port.checkpoint("contacts", state(1), 1);
    checkpoint(port, 8);

    assertThat(told()).contains("checkpoint contacts {\"sent\":1}");
    assertThat(told())
        .filteredOn(line -> line.startsWith("checkpoint gifts"))
        .startsWith("checkpoint gifts {\"sent\":7}")
        .endsWith("checkpoint gifts {\"sent\":8}");
  }

  @Test
  void rows_of_any_size_keep_their_order() {
    var port = portInto(out);
    var page =
        Stream.of(1, 1_000_000, 1, 65_536, 65_535, 40_000, 40_000, 2)
            .map("7"::repeat)
            .map(digits -> digits.length() == 1 ? digits : '"' + digits + '"')
            .toList();

    rows(port, page.toArray(String[]::new));
    checkpoint(port, 8);

    assertThat(told().subList(0, 8))
        .isEqualTo(page.stream().map(row -> "row gifts " + row).toList());
  }

  @Test
  void many_small_rows_all_arrive() {
    var port = portInto(out);
    var ids = IntStream.range(0, 10_000).mapToObj(id -> "{\"id\":" + id + "}").toList();

    rows(port, ids.toArray(String[]::new));
    checkpoint(port, 10_000);

    assertThat(told().subList(0, 10_000))
        .isEqualTo(ids.stream().map(row -> "row gifts " + row).toList());
  }

  @Test
  void nothing_of_a_page_is_read_after_it_was_said() {
    var port = portInto(out);
    var page = page("{\"id\":1}", "{\"id\":2}");

    port.rows("gifts", page, NOW, RowVersion.NONE);
    Arrays.fill(page.bytes(), (byte) 'x');
    checkpoint(port, 2);

    assertThat(told().subList(0, 2))
        .containsExactly("row gifts {\"id\":1}", "row gifts {\"id\":2}");
  }

  @Test
  void a_page_without_rows_says_nothing() {
    var port = portInto(out);

    rows(port);
    checkpoint(port, 0);

    assertThat(told()).containsExactly("checkpoint gifts {\"sent\":0}");
  }

  @Test
  void the_bytes_of_a_row_are_not_touched() {
    var row =
        "{ \"né\" : \"\u2028 😀 \\u00e9 \\\\ \\\" \\t\" , \"n\":1.50,\"e\":12345678901234567890.12}";
    var port = portInto(out);

    rows(port, row);
    checkpoint(port, 1);

    assertThat(out.toString(UTF_8)).contains(row);
  }

  @Test
  void every_line_is_one_json_object_that_ends_in_a_line_feed() {
    var port = portInto(out);

    started(port);
    rows(port, "{\"id\":1}");
    checkpoint(port, 1);

    assertThat(out.toString(UTF_8)).endsWith("}\n").doesNotContain("\r").doesNotContain("\n\n");
    assertThat(lines()).allMatch(JsonNode::isObject);
  }

  @Test
  void a_closed_output_is_told_when_a_stream_starts() {
    var port = portInto(new FullDisk(0));

    assertThatThrownBy(() -> started(port)).isInstanceOf(OutputException.class);
  }

  @Test
  void a_closed_output_is_told_when_a_checkpoint_is_said() {
    var port = portInto(new FullDisk(1_000));
    started(port);
    rows(port, '"' + "7".repeat(1_000) + '"');

    assertThatThrownBy(() -> checkpoint(port, 1)).isInstanceOf(OutputException.class);
  }

  @Test
  void a_closed_output_is_told_within_a_large_page() {
    var port = portInto(new FullDisk(1_000));
    started(port);
    var row = '"' + "7".repeat(1_000_000) + '"';

    assertThatThrownBy(() -> rows(port, row)).isInstanceOf(OutputException.class);
  }

  @Test
  void no_checkpoint_is_said_after_rows_were_lost() {
    var disk = new FullDisk(1_000);
    var port = portInto(disk);
    started(port);
    var row = '"' + "7".repeat(1_000_000) + '"';
    assertThatThrownBy(() -> rows(port, row)).isInstanceOf(OutputException.class);
    disk.makeRoom();

    assertThatThrownBy(() -> checkpoint(port, 1)).isInstanceOf(OutputException.class);

    assertThat(disk.written()).contains("gifts").doesNotContain("sent");
  }
}
