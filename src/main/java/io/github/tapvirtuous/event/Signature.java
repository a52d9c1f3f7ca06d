package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.config.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a body comes from someone who knows a secret: HMAC-SHA256 over its bytes, in Base64 or
 * hex, with or without {@code sha256=} in front. Thread-safe.
 *
 * @param secrets any of which is good: two while one takes the other's place
 * @param headers any of which may hold the signature
 */
public record Signature(List<Secret> secrets, List<String> headers) {
  /** What the vendor leaves open: public code knows these names. */
  public static final List<String> USUAL_HEADERS =
      List.of("X-Virtuous-Signature", "Virtuous-Signature", "X-Signature");

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int LONGEST = 100;
  private static final String PREFIX = "sha256=";

  public Signature {
    secrets = List.copyOf(secrets);
    headers = List.copyOf(headers);
    if (secrets.isEmpty() || secrets.stream().anyMatch(each -> each.value().isEmpty())) {
      throw new IllegalArgumentException("an empty secret signs for everybody");
    }
  }

  /** In any of the usual headers. */
  public Signature(List<Secret> secrets) {
    this(secrets, USUAL_HEADERS);
  }

  /**
   * Takes the same time for every signature of the same form.
   *
   * @param values all that the request has of a header, by its name
   */
  public boolean isOf(byte[] body, Function<String, List<String>> values) {
    var given =
        headers.stream()
            .flatMap(header -> values.apply(header).stream())
            .flatMap(value -> decoded(value).stream())
            .toList();
    var isGood = false;
    for (var secret : given.isEmpty() ? List.<Secret>of() : secrets) {
      var expected = hmac(secret, body);
      for (var each : given) {
        isGood |= MessageDigest.isEqual(expected, each);
      }
    }
    return isGood;
  }

  private static byte[] hmac(Secret secret, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Empty for what no signature looks like. */
  private static Optional<byte[]> decoded(String header) {
    if (header.length() > LONGEST) {
      return Optional.empty();
    }
    var text = header.strip();
    var isPrefixed = text.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    try {
      return Optional.of(bytes(isPrefixed ? text.substring(PREFIX.length()) : text))
          .filter(bytes -> bytes.length == BYTES);
    } catch (IllegalArgumentException neither) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.length() == 2 * BYTES
        ? HexFormat.of().parseHex(text)
        : Base64.getDecoder().decode(text);
  }
}
