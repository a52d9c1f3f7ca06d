package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
  @RegisterExtension private final ConfigFolder folder = new ConfigFolder();

  @ParameterizedTest
  @CsvSource({
    "https://example.org/api/, https://example.org/api/",
    "https://example.org/api, https://example.org/api/",
    "https://example.org, https://example.org/",
    "HTTPS://example.org:8443/, HTTPS://example.org:8443/",
    "http://localhost:8080, http://localhost:8080/",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080/x/",
    "http://127.9.8.7/, http://127.9.8.7/",
    "http://[::1]:8080/, http://[::1]:8080/",
    "http://LocalHost:8080/, http://LocalHost:8080/",
    "http://[0:0:0:0:0:0:0:1]:8080/, http://[0:0:0:0:0:0:0:1]:8080/",
    "http://[::ffff:127.0.0.1]/, http://[::ffff:127.0.0.1]/",
  })
  void ends_in_a_slash_and_may_be_plain_on_this_machine(String given, String used) {
    var config = folder.read("\"base_url\": \"" + given + "\"");

    assertThat(config.connection().baseUri()).hasToString(used);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/api/",
        "http://127.0.0.1.example.org/",
        "http://localhost.example.org/",
        "http://10.0.0.1/",
        "http://[::2]/",
        "http://[::]/",
        "http://localhost./",
      })
  void plain_http_to_another_machine_is_refused(String url) {
    assertThat(folder.problemsOf("\"base_url\": \"" + url + "\""))
        .containsExactly(
            "\"base_url\" is \""
                + url
                + "\". Use https: over http the key could be read on its way.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org/api",
        "//example.org/",
        "https:example.org",
        "https:///api/",
        "https://exa mple.org/",
        "https://example.org:99999/",
        "mailto:a@example.org",
      })
  void an_incomplete_address_is_refused(String url) {
    assertThat(folder.problemsOf("\"base_url\": \"" + url + "\""))
        .containsExactly(
            "\"base_url\" is not a complete address."
                + " Give one such as \"https://api.virtuoussoftware.com/api/\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:word@example.org/",
        "https://example.org/?key=1",
        "https://example.org/#top",
        "http://localhost@example.org/",
      })
  void more_than_an_address_is_refused_and_not_quoted(String url) {
    assertThat(folder.problemsOf("\"base_url\": \"" + url + "\""))
        .containsExactly(
            "\"base_url\" has a user name, a query (?) or a fragment (#)."
                + " Give the address alone; the key belongs into \"api_key\".");
  }
}
