package io.github.tapvirtuous.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tapvirtuous.standin.faults.Chaos;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.http.Delivery;
import io.github.tapvirtuous.standin.server.Truth;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StandInFaultsTest {
  private static final String GIFTS = "Gift/Query/FullGift?skip=1&take=2";

  @Test
  void strikes_the_requests_it_is_planned_for() {
    var standIn =
        StandIn.builder()
            .fault(When.request(2).of("gifts").times(2), Faults.status(500))
            .fault(When.request(5), Faults.html502())
            .build();

    assertThat(status(standIn, "Organization")).isEqualTo(200);
    assertThat(status(standIn, GIFTS)).isEqualTo(200);
    assertThat(status(standIn, GIFTS)).isEqualTo(500);
    assertThat(status(standIn, GIFTS)).isEqualTo(500);
    assertThat(status(standIn, GIFTS)).isEqualTo(502);
    assertThat(status(standIn, GIFTS)).isEqualTo(200);
  }

  private static int status(StandIn standIn, String target) {
    var method = target.equals("Organization") ? "GET" : "POST";
    return Ask.send(standIn, method, target, "{}").status();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void sends_what_the_fault_says(Fault fault, String body) {
    var standIn = StandIn.builder().ids("gifts", 1, 2, 3, 4).fault(When.always(), fault).build();

    assertThat(Ask.post(standIn, GIFTS, "{}").text()).isEqualTo(body);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments(Faults.header("X", "y"), "{\"list\":[{\"id\":2},{\"id\":3}],\"total\":4}"),
        arguments(PageFaults.totalMissing(), "{\"list\":[{\"id\":2},{\"id\":3}]}"),
        arguments(PageFaults.totalNegative(), "{\"list\":[{\"id\":2},{\"id\":3}],\"total\":-1}"),
        arguments(PageFaults.totalAsText(), "{\"list\":[{\"id\":2},{\"id\":3}],\"total\":\"4\"}"),
        arguments(PageFaults.totalOf(9), "{\"list\":[{\"id\":2},{\"id\":3}],\"total\":9}"),
        arguments(PageFaults.totalFirst(), "{\"total\":4,\"list\":[{\"id\":2},{\"id\":3}]}"),
        arguments(PageFaults.listNull(), "{\"list\":null,\"total\":4}"),
        arguments(PageFaults.listMissing(), "{\"total\":4}"),
        arguments(PageFaults.rootArray(), "[{\"id\":2},{\"id\":3}]"),
        arguments(PageFaults.takeCappedAt(1), "{\"list\":[{\"id\":2}],\"total\":4}"),
        arguments(PageFaults.skipIgnored(), "{\"list\":[{\"id\":1},{\"id\":2}],\"total\":4}"),
        arguments(
            PageFaults.pagingIgnored(),
            "{\"list\":[{\"id\":1},{\"id\":2},{\"id\":3},{\"id\":4}],\"total\":4}"),
        arguments(
            PageFaults.orderAlwaysDescending(), "{\"list\":[{\"id\":3},{\"id\":2}],\"total\":4}"),
        arguments(DataFaults.delete("gifts", 1, 3), "{\"list\":[{\"id\":4}],\"total\":2}"),
        arguments(
            DataFaults.insert("gifts", "{\"id\":0}"),
            "{\"list\":[{\"id\":1},{\"id\":2}],\"total\":5}"),
        arguments(Faults.cutAt(4), "{\"li"),
        arguments(Faults.empty200(), ""),
        arguments(Faults.plainText200(), "Service is starting"));
  }

  @Test
  void an_order_by_chance_is_the_same_for_every_page() {
    var standIn =
        StandIn.builder()
            .rows("gifts", 40, 7)
            .fault(When.always(), PageFaults.orderByChance(3))
            .build();

    var first = Ask.ids(standIn, "Gift/Query/FullGift?skip=0&take=20");
    var second = Ask.ids(standIn, "Gift/Query/FullGift?skip=20&take=20");

    assertThat(standIn.ids("gifts")).containsAll(first).containsAll(second);
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(first).isNotEqualTo(standIn.ids("gifts").subList(0, 20));
  }

  @Test
  void tells_the_server_how_to_break_the_connection() {
    assertThat(delivery(Faults.reset()).ending()).isEqualTo(Delivery.Ending.RESET);
    assertThat(delivery(Faults.slow(Duration.ofSeconds(5))).delay())
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(delivery(Faults.stalled(Duration.ofSeconds(5))).stall())
        .isEqualTo(Duration.ofSeconds(5));
  }

  private static Delivery delivery(Fault fault) {
    var standIn = StandIn.builder().fault(When.always(), fault).build();
    return Ask.post(standIn, GIFTS, "{}").delivery();
  }

  @Test
  void a_limited_reply_has_the_given_headers_alone() {
    var fault = Faults.limited(Map.of("Retry-After", "7"));
    var standIn = StandIn.builder().fault(When.always(), fault).build();

    var reply = Ask.post(standIn, GIFTS, "{}");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).containsOnlyKeys("Content-Type", "Retry-After");
  }

  @Test
  void a_gzip_bomb_is_small_until_it_is_unzipped() {
    var standIn = StandIn.builder().fault(When.always(), Faults.gzipBomb(8)).build();

    var reply = Ask.post(standIn, GIFTS, "{}");

    assertThat(reply.headers()).containsEntry("Content-Encoding", "gzip");
    assertThat(reply.body()).hasSizeLessThan(20_000);
  }

  @Test
  void chaos_never_fails_a_table_more_than_twice_in_a_row() {
    var standIn = StandIn.builder().rows("gifts", 500, 7).schedule(new Chaos(11)).build();

    var inARow = 0;
    var most = 0;
    for (var i = 0; i < 2000; i++) {
      var reply = Ask.post(standIn, GIFTS, "{}");
      var fine = reply.status() == 200 && reply.text().endsWith("}") && reply.text().contains("[{");
      inARow = fine && reply.delivery().equals(Delivery.WHOLE) ? 0 : inARow + 1;
      most = Math.max(most, inARow);
    }

    assertThat(most).isEqualTo(2);
    assertThat(new Truth(standIn).text()).contains("\"gifts\":{\"always\":[");
    assertThat(standIn.rows("gifts").always().length).isBetween(1, 499);
    assertThat(standIn.rows("gifts").ever().length).isGreaterThan(500);
  }
}
