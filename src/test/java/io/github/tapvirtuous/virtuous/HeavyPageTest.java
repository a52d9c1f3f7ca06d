package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.table.TableMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class HeavyPageTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void asks_for_half_the_rows_after_the_second_heavy_failure_in_a_row(int status) {
    virtuous.retryLimit(9);
    answer(status, status, status, 200);

    var page = virtuous.page(virtuous.client());

    assertThat(takes()).containsExactly(250, 250, 125, 62);
    assertThat(page.asked().take()).isEqualTo(62);
    assertThat(virtuous.waits).hasSize(3).containsOnly(Duration.ofSeconds(30));
    assertThat(virtuous.log.warnings().get(1)).endsWith("trying again in 30 s with half the rows.");
  }

  @Test
  void never_asks_for_fewer_than_ten() {
    virtuous.retryLimit(9);
    answer(500, 500, 500, 500, 500, 500, 500, 200);

    virtuous.page(virtuous.client());

    assertThat(takes()).containsExactly(250, 250, 125, 62, 31, 15, 10, 10);
  }

  @Test
  void another_failure_between_breaks_the_row() {
    virtuous.retryLimit(9);
    answer(500, 503, 500, 200);

    virtuous.page(virtuous.client());

    assertThat(takes()).containsOnly(250);
  }

  @Test
  void a_page_that_times_out_is_heavy() {
    var slow = page().withFixedDelay(2000);
    virtuous.retryLimit(50).timeout(Duration.ofMillis(250)); // the last may be late, too
    virtuous.answers(slow, slow, page());

    var page = virtuous.page(virtuous.client());

    assertThat(page.asked().take()).isLessThanOrEqualTo(125);
  }

  @Test
  void a_reply_beyond_the_limit_is_heavy() {
    var huge = aResponse().withBody(new byte[(64 << 20) + 1]);
    virtuous.answers(huge, huge, page());

    var page = virtuous.page(virtuous.client());

    assertThat(page.asked().take()).isEqualTo(125);
    assertThat(virtuous.log.warnings().get(0)).contains("more than 64 MiB");
  }

  @Test
  void everything_is_booked() {
    answer(500, 429, 500, 200);

    virtuous.page(virtuous.client());
    virtuous.run.streams().get(0).finished(Outcome.VERIFIED, "");

    assertThat(virtuous.run.lines())
        .singleElement()
        .asString()
        .contains("requests 4, retries 2, halved 1, waits 3 (120.0 s)");
  }

  @Test
  void a_list_that_is_not_paged_stays_whole() {
    answer(500, 500, 200);
    var types = TableMap.named("channel_types").orElseThrow();
    var request = new PageRequest(types, 0, 250, false);

    var page = virtuous.client().page(request, FakeVirtuous.TEXT, virtuous.report);

    assertThat(page.asked()).isEqualTo(request);
    assertThat(virtuous.log.warnings()).noneMatch(line -> line.contains("half"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 10})
  void a_small_page_is_not_made_larger(int take) {
    var request = new PageRequest(TableMap.all().get(0), 0, take, false);

    assertThat(request.halved().take()).isEqualTo(take);
  }

  private static void answer(int... statuses) {
    virtuous.answers(
        Arrays.stream(statuses)
            .mapToObj(status -> page().withStatus(status))
            .toArray(ResponseDefinitionBuilder[]::new));
  }

  private static List<Integer> takes() {
    return virtuous.urls().map(url -> Integer.valueOf(url.replaceAll(".*take=", ""))).toList();
  }
}
