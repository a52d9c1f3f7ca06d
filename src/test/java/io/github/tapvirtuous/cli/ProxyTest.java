package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.RawServer;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through a proxy, and what a proxy's refusal looks like. */
final class ProxyTest {
  @RegisterExtension private final Tap tap = new Tap();

  @ParameterizedTest
  @ValueSource(strings = {"LOCALHOST", "LocalHost", "localhost", "127.0.0.1"})
  void the_key_never_goes_through_a_proxy_to_this_machine(String host) {
    try (var proxy = RawServer.saying(head -> "")) {
      tap.tables("gifts").serves(StandIn.builder().ids("gifts", 1, 2));
      var url = tap.standInUrl().replace("127.0.0.1", host);
      for (var variable : new String[] {"http_proxy", "HTTP_PROXY", "HTTPS_PROXY"}) {
        tap.variable(variable, "http://127.0.0.1:" + proxy.port());
      }

      var run = tap.at(url).sync();

      assertThat(proxy.heads()).isEmpty();
      assertThat(run.exitCode()).as(run.toString()).isZero();
      assertThat(run.ids("gifts")).containsExactly(1L, 2L);
    }
  }

  private TapRun syncBehindAProxyThatSays(String status) {
    try (var proxy = RawServer.saying(head -> "HTTP/1.1 " + status + "\r\n\r\n<html>Go away")) {
      tap.tables("gifts").variable("HTTPS_PROXY", "127.0.0.1:" + proxy.port());
      var run = tap.at("https://virtuous.example/api/").sync();
      assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT virtuous"));
      assertThat(run.logText())
          .as("a proxy that answers is no broken connection")
          .doesNotContain("broke", "HTTP 0", "Exception", "Go away");
      return run;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 403, 405})
  void a_proxy_that_refuses_is_told_at_once_with_what_to_do(int status) {
    var run = syncBehindAProxyThatSays(status + " No");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("after 1 try: the proxy made no connection to the server: HTTP " + status + ".")
        .contains("\"base_url\"", "HTTPS_PROXY", "NO_PROXY", "whoever runs the proxy");
    assertThat(run.waits()).isEmpty();
  }

  @Test
  void a_proxy_that_wants_a_password_is_told_at_once_with_where_to_put_it() {
    var run = syncBehindAProxyThatSays("407 Who");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("after 1 try", "HTTP 407", "HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT");
    assertThat(run.waits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void a_proxy_that_finds_no_way_is_asked_again(int status) {
    var run = syncBehindAProxyThatSays(status + " Down");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("after 2 tries: the proxy made no connection to the server: HTTP " + status)
        .contains("\"base_url\"", "HTTPS_PROXY");
    assertThat(run.waits()).hasSize(1);
  }
}
