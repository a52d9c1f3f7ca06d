package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.config.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SignatureTest {
  // printf '{"event":"GiftDelete","id":7}' | openssl dgst -sha256 -hmac 's3cret' -binary
  private static final byte[] BODY = "{\"event\":\"GiftDelete\",\"id\":7}".getBytes(UTF_8);
  private static final String HEX =
      "de06d3fb51a15f939cba2c7ac30ff2e6efa23951025ef80e0356cae58401e2cf";
  private static final String BASE64 = "3gbT+1GhX5Ocuix6ww/y5u+iOVECXvgOA1bK5YQB4s8=";
  private static final Secret SECRET = new Secret("s3cret");

  private final Signature signature = new Signature(List.of(SECRET));

  static Stream<JsonNode> vectors() throws IOException {
    return new JsonMapper()
        .readTree(Payloads.sample("signature_vectors.json"))
        .path("vectors")
        .valueStream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void the_vectors_hold_in_both_forms(JsonNode vector) {
    var body = vector.path("body").asString().getBytes(UTF_8);
    var ofVector = new Signature(List.of(new Secret(vector.path("secret").asString())));

    assertThat(isOf(ofVector, body, vector.path("hmac_sha256_base64").asString())).isTrue();
    assertThat(isOf(ofVector, body, vector.path("hmac_sha256_hex").asString())).isTrue();
    assertThat(isOf(ofVector, body, vector.path("sha256_of_secret_plus_body_base64").asString()))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEX,
        BASE64,
        "sha256=" + HEX,
        "sha256=" + BASE64,
        "SHA256=" + HEX,
        " " + BASE64 + " "
      })
  void each_form_is_taken(String header) {
    assertThat(isOf(signature, BODY, header)).isTrue();
  }

  @Test
  void letters_of_hex_may_be_large_and_base64_without_its_end() {
    assertThat(isOf(signature, BODY, HEX.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(isOf(signature, BODY, BASE64.substring(0, BASE64.length() - 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "sha256=",
        "sha256",
        "sha512=" + HEX,
        "AAAA",
        "%",
        "sha256=sha256=" + HEX,
        HEX + "00"
      })
  void what_is_no_signature_is_not_good(String header) {
    assertThat(isOf(signature, BODY, header)).isFalse();
  }

  @Test
  void a_byte_more_or_less_makes_it_bad() {
    for (int at = 0; at < BODY.length; at++) {
      var changed = BODY.clone();
      changed[at] ^= 1;
      assertThat(isOf(signature, changed, BASE64)).isFalse();
    }
    for (int at = 0; at < HEX.length(); at++) {
      var digit = HEX.charAt(at) == '0' ? '1' : '0';
      var changed = HEX.substring(0, at) + digit + HEX.substring(at + 1);
      assertThat(isOf(signature, BODY, changed)).isFalse();
    }
    assertThat(isOf(signature, BODY, "x".repeat(1_000_000))).isFalse();
  }

  @Test
  void any_of_several_secrets_is_good() {
    var rotating = new Signature(List.of(new Secret("new"), SECRET));
    var after = new Signature(List.of(new Secret("new")));

    assertThat(isOf(rotating, BODY, BASE64)).isTrue();
    assertThat(isOf(after, BODY, BASE64)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Virtuous-Signature", "Virtuous-Signature", "X-Signature"})
  void each_usual_header_may_hold_it_among_others(String name) {
    var headers = Map.of(name, List.of("nonsense", BASE64), "X-Other", List.of(HEX));

    assertThat(signature.isOf(BODY, header -> headers.getOrDefault(header, List.of()))).isTrue();
  }

  @Test
  void a_configured_header_is_the_only_one() {
    var configured = new Signature(List.of(SECRET), List.of("X-Ours"));

    assertThat(configured.isOf(BODY, header -> of(header, "X-Ours"))).isTrue();
    assertThat(configured.isOf(BODY, header -> of(header, "X-Signature"))).isFalse();
  }

  private static List<String> of(String header, String expected) {
    return header.equals(expected) ? List.of(BASE64) : List.of();
  }

  @Test
  void a_request_without_the_header_is_not_good() {
    assertThat(signature.isOf(BODY, header -> List.of())).isFalse();
  }

  @Test
  void an_empty_secret_is_no_secret() {
    assertThatThrownBy(() -> new Signature(List.of(new Secret(""))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Signature(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isOf(Signature signature, byte[] body, String header) {
    return signature.isOf(
        body, name -> name.equals("X-Virtuous-Signature") ? List.of(header) : List.of());
  }
}
