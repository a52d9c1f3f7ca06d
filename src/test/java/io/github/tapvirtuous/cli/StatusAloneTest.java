package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.RawServer;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A status is a status, whatever its body is. */
final class StatusAloneTest {
  private static final String PAGE = "{\"list\":[{\"id\":7}],\"total\":1}";

  @RegisterExtension private final Tap tap = new Tap();

  /** Bodies that are none, with the headers that go before them. */
  enum Body {
    GZIP_WITHOUT_A_BYTE("Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n"),
    GZIP_OF_GARBAGE("Content-Encoding: gzip\r\nContent-Length: 7\r\n\r\ngarbage"),
    GZIP_CUT(
        "Content-Encoding: gzip\r\nContent-Length: 12\r\n\r\n\37\213\10\0\0\0\0\0\0\3\253\126"),
    BROTLI("Content-Encoding: br\r\nContent-Length: 3\r\n\r\n\213\0\200"),
    CUT("Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"message\":\"Sl"),
    CUT_AT_ONCE("Content-Length: 500\r\n\r\n"),
    CUT_CHUNK("Transfer-Encoding: chunked\r\n\r\n1f4\r\n{\"mess"),
    NO_CHUNK("Transfer-Encoding: chunked\r\n\r\nno length\r\n"),
    TOO_LARGE("Content-Length: 99999999999\r\n\r\n{");

    private final String bytes;

    Body(String bytes) {
      this.bytes = bytes;
    }

    String under(String status) {
      return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + bytes;
    }
  }

  private static String page() {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(PAGE.length(), PAGE);
  }

  @BeforeEach
  void one_table() {
    tap.tables("gifts").set("sample_size", 1);
  }

  /** A server that answers by the number of the request, from 1. */
  private static RawServer inTurn(IntFunction<String> reply) {
    var number = new AtomicInteger();
    return RawServer.saying(head -> reply.apply(number.incrementAndGet()));
  }

  private TapRun syncFrom(RawServer server) {
    return tap.at(server.url()).sync();
  }

  @ParameterizedTest
  @EnumSource
  void a_429_is_waited_for_and_costs_no_try(Body body) {
    try (var server = inTurn(n -> n < 4 ? body.under("429 No\r\nRetry-After: 7") : page())) {
      var run = syncFrom(server);

      assertThat(run.exitCode()).as(run.toString()).isZero();
      assertThat(run.ids("gifts")).containsExactly(7L);
      assertThat(run.waits()).containsOnly(Duration.ofSeconds(7)).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_401_leads_to_bearer_and_then_to_the_end(Body body) {
    try (var server = inTurn(n -> body.under("401 Who"))) {
      var run = syncFrom(server);

      assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
      assertThat(run.errors()).singleElement().asString().contains("api_key", "401");
      assertThat(server.heads()).hasSize(2);
      assertThat(server.heads().get(0)).contains("Authorization: Basic ");
      assertThat(server.heads().get(1)).contains("Authorization: Bearer ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_403_skips_its_table_at_once(Body body) {
    try (var server = inTurn(n -> body.under("403 No"))) {
      var run = syncFrom(server);

      assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
      assertThat(run.errors()).singleElement().asString().contains("after 1 try: HTTP 403");
      assertThat(run.log()).anyMatch(line -> line.contains("gifts: forbidden"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_503_says_when_to_come_again(Body body) {
    try (var server = inTurn(n -> n < 2 ? body.under("503 Later\r\nRetry-After: 9") : page())) {
      var run = syncFrom(server);

      assertThat(run.ids("gifts")).as(run.toString()).containsExactly(7L);
      assertThat(run.waits()).containsExactly(Duration.ofSeconds(9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_404_is_not_tried_again(Body body) {
    try (var server = inTurn(n -> body.under("404 Where"))) {
      var run = syncFrom(server);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors()).singleElement().asString().contains("after 1 try: HTTP 404");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_200_of_such_a_body_is_asked_for_again(Body body) {
    try (var server = inTurn(n -> n < 2 ? body.under("200 OK") : page())) {
      var run = syncFrom(server);

      assertThat(run.exitCode()).as(run.toString()).isZero();
      assertThat(run.ids("gifts")).containsExactly(7L);
      assertThat(run.waits()).containsExactly(Duration.ofSeconds(30));
    }
  }
}
