package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No value of a row is seen in the log, whatever befalls the row: not even at DEBUG. */
final class DonorsDataTest {
  private static final String DONOR = "Ada Canary-Wren";

  @RegisterExtension private final Tap tap = new Tap();

  private void assertUnseen(StandInBuilder standIn) throws IOException {
    var report = tap.folder().resolve("report.json");
    tap.tables("gifts").set("page_size", 11).set("report_file", '"' + report.toString() + '"');
    tap.serves(standIn);
    var catalog = "src/test/resources/golden/gifts/catalog.json";
    for (var run :
        List.of(
            tap.sync(),
            tap.sync("--catalog", catalog),
            tap.set("schema_drift", "\"fail\"").sync("--catalog", catalog),
            tap.set("type_mismatch", "\"fail\"").sync("--catalog", catalog),
            tap.discover(),
            tap.run("check", "--config", tap.config()),
            tap.run("check", "--probe", "--config", tap.config()))) {
      assertThat(run.log()).isNotEmpty();
      assertThat(run.logText()).doesNotContain("Canary");
    }
    assertThat(report).content().contains("gifts").doesNotContain("Canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"contactName\":\"?\",\"notes\":\"?\"}",
        "{\"id\":1,\"amount\":\"?\",\"contactId\":\"?\",\"isPrivate\":\"?\",\"giftDate\":\"?\"}",
        "{\"id\":1,\"giftDesignations\":\"?\",\"customFields\":{\"a\":\"?\"}}",
        "{\"id\":1,\"brandNew\":\"?\",\"newer\":{\"a\":[\"?\"]}}",
        "{\"id\":\"?\",\"notes\":\"?\"}",
        "{\"id\":null,\"notes\":\"?\"}",
        "{\"notes\":\"?\"}",
        "{\"id\":1,\"notes\":\"?\",\"notes\":\"?\"}",
        "{\"id\":1,\"createDateTimeUtc\":\"? 2024-01-01T00:00:00Z\"}",
        "[\"?\"]",
        "\"?\"",
      })
  @Rule("LOG-3")
  void in_a_row_of_any_kind(String row) throws IOException {
    assertUnseen(StandIn.builder().rows("gifts", row.replace("?", DONOR)));
  }

  static Stream<Fault> replies() {
    var row = "{\"list\":[{\"id\":1,\"contactName\":\"" + DONOR + "\"}],\"total\":1}";
    return Stream.of(
        Faults.body("cut", row.substring(0, row.length() - 9)),
        Faults.body("more behind it", row + DONOR),
        Faults.body("no JSON", DONOR),
        Faults.body("another shape", "{\"data\":" + row + "}"),
        Faults.body("a name alone", "\"" + DONOR + "\""),
        Faults.body("a wrong total", row.replace("1}", "\"" + DONOR + "\"}")),
        Faults.body("no token", row.replace("\"" + DONOR + "\"", DONOR)),
        Faults.status(400, "application/json", row),
        Faults.status(403, "application/json", "{\"donor\":\"" + DONOR + "\"}"),
        Faults.status(404, "application/json", "{\"errors\":[\"" + DONOR + "\"]}"),
        Faults.status(500, "text/plain", DONOR),
        Faults.status(401, "text/html", "<p>" + DONOR));
  }

  @ParameterizedTest
  @MethodSource("replies")
  @Rule("LOG-3")
  void in_a_reply_of_any_kind(Fault reply) throws IOException {
    assertUnseen(StandIn.builder().fault(When.always().of("gifts"), reply));
  }

  @Test
  @Rule("LOG-3")
  void in_a_table_without_order() throws IOException {
    var rows =
        IntStream.range(0, 40).mapToObj(row -> "{\"id\":\"" + DONOR + row % 7 + "\"}").toList();

    assertUnseen(StandIn.builder().rows("gifts", rows.toArray(String[]::new)));
  }
}
