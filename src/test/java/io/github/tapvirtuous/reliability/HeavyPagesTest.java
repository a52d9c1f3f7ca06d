package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.SeenRequest;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.testing.Tap;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that the server cannot bring out in one piece. */
final class HeavyPagesTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 8_000).boxed().toList();
  private static final int HEAVY_AT = 199;

  @RegisterExtension private final Tap tap = Tap.patient();

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void is_halved_at_its_second_failure_and_later_pages_double_back(int inFlight) {
    tap.keysOf("gifts")
        .set("page_size", 200)
        .set("max_concurrent_requests", inFlight)
        .serves(
            StandIn.builder()
                .ids("gifts", IDS)
                .offers("gifts", Offer.NOT_FOUND)
                .fault(When.page(HEAVY_AT).of("gifts").times(7), Faults.status(504)));

    var run = tap.sync();

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    var requests = tap.standIn().requests();
    assertThat(takes(requests, "skip=" + HEAVY_AT + "&"))
        .containsExactly(200, 200, 100, 50, 25, 12, 10, 10);
    assertThat(takes(requests, "")).contains(10, 20, 40, 80, 160, 200).allMatch(take -> take > 9);
    assertThat(takes(requests, "").get(takes(requests, "").size() - 1)).isEqualTo(200);
    assertThat(run.waits()).hasSize(7).containsOnly(Duration.ofSeconds(30));
    assertThat(run.logText()).contains("retries 7, halved 5");
  }

  private static List<Integer> takes(List<SeenRequest> requests, String of) {
    return requests.stream()
        .map(SeenRequest::query)
        .filter(query -> query.contains("take=") && query.contains(of))
        .map(query -> Integer.valueOf(query.replaceAll(".*take=", "")))
        .toList();
  }
}
