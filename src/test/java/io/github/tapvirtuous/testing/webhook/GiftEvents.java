package io.github.tapvirtuous.testing.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events of gifts, and requests that bring them, signed by a secret. */
public final class GiftEvents {
  public static final String SECRET = "example-webhook-secret-0123456789abcdef";
  public static final String PATH = "/virtuous/events";

  private GiftEvents() {}

  /** The name of the event of that gift. */
  public static String id(long gift) {
    return "00000000-0000-4000-8000-%012d".formatted(gift);
  }

  public static String body(long gift) {
    return body(gift, 0);
  }

  /** As long as this, if it is not longer anyway. */
  public static String body(long gift, int bytes) {
    var json =
        "{\"event\":\"GiftUpdate\",\"eventId\":\"%s\",\"gift\":{\"id\":%d,\"notes\":\"\"}}"
            .formatted(id(gift), gift);
    var notes = "n".repeat(Math.max(0, bytes - json.length()));
    return json.replace("\"notes\":\"\"", "\"notes\":\"" + notes + "\"");
  }

  /** A whole request. */
  public static String request(String body) {
    return head(body) + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
  }

  /** A request up to what says how long it is, signed for this body. */
  public static String head(String body) {
    return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        X-Virtuous-Signature: %s\r
        """
        .formatted(PATH, signature(body));
  }

  public static String signature(String body) {
    return Base64.getEncoder().encodeToString(hmac(body));
  }

  public static String hexSignature(String body) {
    return "sha256=" + HexFormat.of().formatHex(hmac(body));
  }

  private static byte[] hmac(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(body.getBytes(UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
