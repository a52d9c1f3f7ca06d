package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.AirbyteOutput;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.airbyte.SourceRun;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The hourly quota is used up in the middle of a read: the platform is told until when. */
final class QuotaReadTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 100).boxed().toList();
  private static final int BUDGET = 12;

  @RegisterExtension private final Tap tap = Tap.patient();

  private final Source source = Source.inProcess(tap);
  private ConfiguredCatalog catalog = ConfiguredCatalog.incremental(StrictJson.of("{}"));

  @BeforeEach
  void a_quota_for_some_pages() {
    tap.tables("gifts").set("page_size", 5).serves(StandIn.builder().ids("gifts", IDS));
    catalog = source.discovered();
    tap.serves(
        StandIn.builder().ids("gifts", IDS).rateLimit(RateLimit.hourly(BUDGET, tap.clock())));
  }

  private static List<JsonNode> limited(SourceRun run) {
    return run.output().statuses("gifts").stream()
        .filter(status -> status.at("/reasons/0/type").asString("").equals("RATE_LIMITED"))
        .toList();
  }

  @Test
  void all_rows_come_and_each_wait_is_told_with_its_end() {
    var begin = tap.clock().instant();

    var run = source.read(catalog).well();

    assertThat(run.output().ids("gifts")).containsExactlyElementsOf(IDS);
    assertThat(run.waits()).isNotEmpty();
    assertThat(limited(run))
        .isNotEmpty()
        .allMatch(status -> status.path("status").stringValue().equals("RUNNING"))
        .allSatisfy(
            status -> {
              var reset = status.at("/reasons/0/rate_limited/quota_reset");
              assertThat(reset.isIntegralNumber()).isTrue();
              assertThat(reset.longValue())
                  .isGreaterThan(begin.toEpochMilli())
                  .isLessThanOrEqualTo(tap.clock().instant().plusSeconds(7_200).toEpochMilli());
            });
  }

  /** The wait is told by those who ask, while those who write may be between rows and state. */
  @Test
  void no_row_comes_after_a_wait_before_a_state_has_counted_those_that_came() {
    var output = source.read(catalog).well().output();
    var messages = output.messages();

    var waits = false;
    for (int lines = 0; lines < messages.size(); lines++) {
      var message = messages.get(lines);
      waits |= message.toString().contains("RATE_LIMITED");
      if (waits && (isRecord(message) || lines == messages.size() - 1)) {
        var before = output.first(lines);
        assertThat(counted(before)).isEqualTo(before.rows("gifts").size());
        waits = false;
      }
    }
    assertThat(output.text()).contains("RATE_LIMITED");
  }

  private static boolean isRecord(JsonNode message) {
    return message.path("type").asString("").equals("RECORD");
  }

  private static int counted(AirbyteOutput output) {
    return output.states("gifts").stream()
        .mapToInt(state -> state.at("/sourceStats/recordCount").intValue())
        .sum();
  }

  @Test
  void a_wait_of_more_than_an_hour_is_never_asked_for() {
    assertThat(source.read(catalog).well().waits())
        .allMatch(wait -> wait.compareTo(Duration.ofMinutes(70)) <= 0);
  }
}
