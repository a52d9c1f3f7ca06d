package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Text goes through letter by letter, in a line as long as it takes. */
final class TextInRecordsTest {
  private static final int MEBIBYTE = 1 << 20;

  @RegisterExtension private final Tap tap = new Tap();

  private TapRun sync(String notes) {
    var row = JsonNodeFactory.instance.objectNode().put("id", 1).put("notes", notes).toString();
    var run = tap.tables("gifts").serves(StandIn.builder().rows("gifts", row)).sync();
    assertThat(run.exitCode()).as(run.logText()).isZero();
    SingerOutput.check(run.stdout());
    return run;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line \u2028 and paragraph \u2029",
        "\"quoted\" 'quoted' \\ / \\n \\u0000",
        "tab \t feed \n return \r end",
        "\u0001 \u001f \u007f \u0085",
        "Zoë Ångström 日本語 🎁",
      })
  @Rule("OUT-11")
  void arrives_as_it_was(String text) {
    var record = sync(text).records("gifts").get(0);

    assertThat(record.path("notes").stringValue()).isEqualTo(text);
  }

  @Test
  @Rule("OUT-9")
  void is_not_cut_however_long_it_is() {
    var letter = "long letter ".repeat(MEBIBYTE / 4);

    var record = sync(letter).records("gifts").get(0);

    assertThat(record.path("notes").stringValue()).isEqualTo(letter);
  }

  @Test
  @Rule("OUT-9")
  void makes_no_other_line_long() {
    var run = tap.serves(StandIn.builder().allRows(20, 1)).sync();

    assertThat(run.lines())
        .filteredOn(line -> !line.contains("\"type\":\"RECORD\""))
        .hasSizeGreaterThan(36)
        .allMatch(line -> line.length() < 32_768);
  }
}
