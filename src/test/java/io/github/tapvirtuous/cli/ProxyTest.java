package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.RawServer;
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

      var run = tap.set("base_url", '"' + url + '"').sync();

      assertThat(proxy.heads()).isEmpty();
      assertThat(run.exitCode()).as(run.toString()).isZero();
      assertThat(run.ids("gifts")).containsExactly(1L, 2L);
    }
  }
}
