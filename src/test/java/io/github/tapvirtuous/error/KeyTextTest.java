package io.github.tapvirtuous.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v_Kx3PqR8tLm0wYz5B",
        "9f86d081884c7d659a2feaa0c55ad015",
        "2d931510-d99f-494a-8c67-87feb05e1594",
        "QmFzZTY0IGtleXMgbG9vayBsaWtlIHRoaXM=",
        "aB3/xY9k+Lm0PqRs7tUvWx==",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV",
        "CANARY-5f0d.3b_7e",
        "QwErTyUiOpAsDfGhJkLz",
        "Bearer v_Kx3PqR8tLm0wYz5B",
        "[\"gifts\",\"v_Kx3PqR8tLm0wYz5B\"",
        "--v_Kx3PqR8tLm0wYz5B",
      })
  void a_long_token_that_is_no_words_is_not_shown(String text) {
    assertThat(KeyText.looksLikeKey(text)).isTrue();
    assertThat(KeyText.shown(text)).isEqualTo("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "k-123",
        "short4chars",
        "max_concurrent_requests",
        "maxConcurrentRequests",
        "TAP_VIRTUOUS_MAX_CONCURRENT_REQUESTS",
        "TAP_VIRTUOUS_PLAN_B",
        "oauth2_client_credentials",
        "rate.limit.reserve.hourly",
        "/run/secrets/virtuous-20260301-key1",
        "./secrets/20260301/virtuous1",
        "../secrets/20260301/virtuous1",
        "~/secrets/20260301/virtuous1",
        "virtuous-20260301-nightly.json",
        "http://127.0.0.1:8765/api/",
        "our nightly job, since 2026",
      })
  void paths_names_and_words_are_shown(String text) {
    assertThat(KeyText.looksLikeKey(text)).isFalse();
    assertThat(KeyText.shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000})
  void long_texts_are_judged_at_once(int length) {
    assertThat(KeyText.looksLikeKey("a".repeat(length))).isFalse();
    assertThat(KeyText.looksLikeKey("ab_".repeat(length))).isFalse();
    assertThat(KeyText.looksLikeKey("aB1.".repeat(length) + "!")).isTrue();
  }
}
