package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some targets empty their buffers at every SCHEMA. */
final class SchemaOnceTest {
  @RegisterExtension private final Tap tap = new Tap();

  static Stream<Fault> turns() {
    return Stream.of(
        Faults.status(503),
        Faults.truncated(),
        PageFaults.orderByChance(7),
        PageFaults.orderAlwaysDescending(),
        PageFaults.skipIgnored(),
        PageFaults.takeCappedAt(3),
        DataFaults.delete("gifts", 7004, 7005, 7006),
        DataFaults.insert("gifts", "{\"id\":1,\"brandNew\":true}"));
  }

  @ParameterizedTest
  @MethodSource("turns")
  @Rule({"SCH-8", "SCH-9"})
  void is_enough_whatever_turn_the_reading_of_its_table_takes(Fault turn) {
    tap.tables("gifts", "segments")
        .set("page_size", 11)
        .serves(
            StandIn.builder()
                .rows("gifts", 95, 1)
                .fault(When.request(3).of("gifts").times(1), turn));

    var run = tap.sync();

    assertThat(run.records("gifts")).as(run.logText()).hasSizeGreaterThan(90);
    assertThat(run.messages("SCHEMA"))
        .extracting(schema -> schema.path("stream").stringValue())
        .containsExactly("gifts", "segments");
  }
}
