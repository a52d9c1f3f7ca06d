package io.github.tapvirtuous.virtuous.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxiesTest {
  private static final URI VIRTUOUS = URI.create("https://api.virtuoussoftware.com/api/");
  private static final ProxySelector NONE = ProxySelector.of(null);

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://proxy.example:3128, 3128",
    "https_proxy, http://proxy.example:3128/, 3128",
    "HTTPS_PROXY, proxy.example:3128, 3128",
    "HTTPS_PROXY, http://proxy.example, 1080"
  })
  void goes_through_the_proxy_of_the_environment(String name, String url, int port) {
    assertThat(way(VIRTUOUS, Map.of(name, url))).isEqualTo(proxy("proxy.example", port));
  }

  @Test
  void each_scheme_has_its_own_proxy() {
    var environment = Map.of("HTTP_PROXY", "http://plain:1", "HTTPS_PROXY", "http://tls:2");

    assertThat(way(VIRTUOUS, environment)).isEqualTo(proxy("tls", 2));
    assertThat(way(URI.create("http://elsewhere/"), environment)).isEqualTo(proxy("plain", 1));
  }

  @Test
  void lower_case_wins() {
    var environment = Map.of("https_proxy", "http://lower:1", "HTTPS_PROXY", "http://upper:2");

    assertThat(way(VIRTUOUS, environment)).isEqualTo(proxy("lower", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "api.virtuoussoftware.com",
        "virtuoussoftware.com",
        ".VirtuousSoftware.com",
        "example.org, virtuoussoftware.com"
      })
  void goes_straight_to_hosts_that_are_excepted(String exceptions) {
    var environment = Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", exceptions);

    assertThat(way(VIRTUOUS, environment)).isEqualTo(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"software.com", "example.org", ",", "."})
  void other_exceptions_do_not_count(String exceptions) {
    var environment = Map.of("HTTPS_PROXY", "http://proxy:1", "no_proxy", exceptions);

    assertThat(way(VIRTUOUS, environment)).isEqualTo(proxy("proxy", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/",
        "http://LOCALHOST/",
        "HTTP://LocalHost/",
        "http://127.0.0.1/",
        "http://127.255.0.9/",
        "http://[::1]:80/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[0000::0001]/",
        "http://[::FFFF:127.0.0.1]/",
        "http://[::ffff:7f00:1]/"
      })
  void never_asks_for_this_machine_through_a_proxy(String server) {
    var environment = Map.of("HTTP_PROXY", "http://proxy:1");

    assertThat(way(URI.create(server), environment)).isEqualTo(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://[::2]/", "http://[::]/", "http://128.0.0.1/", "http://a.localhost.org/"})
  void asks_for_any_other_machine_through_it(String server) {
    var environment = Map.of("HTTP_PROXY", "http://proxy:1");

    assertThat(way(URI.create(server), environment)).isEqualTo(proxy("proxy", 1));
  }

  @Test
  void a_scheme_in_capitals_has_the_same_proxy() {
    var environment = Map.of("https_proxy", "http://proxy:1");

    assertThat(way(URI.create("HTTPS://elsewhere/"), environment)).isEqualTo(proxy("proxy", 1));
  }

  @Test
  void the_properties_of_java_win() {
    var java = ProxySelector.of(InetSocketAddress.createUnresolved("java", 9));
    var proxies = Proxies.on(VIRTUOUS, Map.of("HTTPS_PROXY", "http://proxy:1"), java);

    assertThat(proxies.select(VIRTUOUS).get(0).address().toString()).contains("java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://proxy:1", "https://proxy:1", "http://", "ht tp", "http://a b"})
  void a_proxy_that_java_cannot_use_is_named_before_the_first_request(String url) {
    assertThatThrownBy(() -> way(VIRTUOUS, Map.of("HTTPS_PROXY", url)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("http://host:port");
  }

  @Test
  void a_password_that_java_would_keep_back_is_explained_and_not_shown() {
    assertThatThrownBy(() -> way(VIRTUOUS, Map.of("HTTPS_PROXY", "http://me:canary@proxy:1")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("JAVA_OPTS=-Djdk.http.auth.tunneling.disabledSchemes=")
        .message()
        .doesNotContain("canary");
  }

  @Test
  void a_password_is_sent_when_java_is_told_to() {
    var property = "jdk.http.auth.tunneling.disabledSchemes";
    System.setProperty(property, "");
    try {
      var environment = Map.of("HTTPS_PROXY", "http://me:p%40ss@proxy:1");

      assertThat(Proxies.on(VIRTUOUS, environment, NONE).authorization())
          .contains("Basic bWU6cEBzcw==");
    } finally {
      System.clearProperty(property);
    }
  }

  private static Proxy way(URI server, Map<String, String> environment) {
    return Proxies.on(server, environment, NONE).select(server).get(0);
  }

  private static Proxy proxy(String host, int port) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }
}
