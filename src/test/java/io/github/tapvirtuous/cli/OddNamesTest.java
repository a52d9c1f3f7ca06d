package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a character in the name of a field, as an escape or in bytes: no row is lost for it. */
final class OddNamesTest {
  private static final String ESCAPED_HIGH = "\\ud800";
  private static final String ESCAPED_LOW = "\\udfff";
  private static final String BYTES = "\u00ED\u00A0\u0080";
  private static final String OVERLONG = "\u00C0\u0080";

  @RegisterExtension private final Tap tap = new Tap();

  private void serve(String half) {
    var reply =
        "{\"e?\":0,\"list\":[{\"id\":1,\"a?\":2,\"o\":{\"b?\":[{\"c?\":\"?\"}]}},{\"id\":2}],\"total\":2}";
    tap.tables("gifts")
        .serves(
            StandIn.builder()
                .fault(When.always().of("gifts"), Faults.bytes("half", reply.replace("?", half)))
                .fault(
                    When.always().of("Organization"),
                    Faults.bytes(
                        "half", "{\"n?\":1,\"organizationName\":\"Org?\"}".replace("?", half))));
  }

  @ParameterizedTest
  @ValueSource(strings = {ESCAPED_HIGH, ESCAPED_LOW, BYTES, OVERLONG})
  @Rule("OUT-7")
  void is_replaced_and_every_row_comes(String half) {
    serve(half);
    var catalog = tap.file("catalog.json", tap.discover().text());

    for (var run : new TapRun[] {tap.sync(), tap.sync("--catalog", catalog)}) {
      assertThat(run.exitCode()).as(run.toString()).isZero();
      assertThat(run.text()).contains("\"a\uFFFD\":2", "{\"b\uFFFD\":[{\"c\uFFFD\":\"\uFFFD\"}]}");
      assertThat(run.ids("gifts")).containsExactly(1L, 2L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ESCAPED_HIGH, ESCAPED_LOW, BYTES, OVERLONG})
  void is_no_reason_for_a_check_to_fail(String half) {
    serve(half);

    var check = tap.run("check", "--config", tap.config());

    assertThat(check.exitCode()).as(check.toString()).isZero();
    assertThat(check.document().path("tables").path("gifts").stringValue()).isEqualTo("ok");
    assertThat(check.document().path("organization").stringValue()).isEqualTo("Org\uFFFD");
  }
}
