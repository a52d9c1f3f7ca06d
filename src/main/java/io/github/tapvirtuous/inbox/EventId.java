package io.github.tapvirtuous.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a delivery as an index can hold it, whatever somebody sends. */
final class EventId {
  private static final Pattern USUAL = Pattern.compile("[!-~]{1,100}");

  /** Blank, or the GUID of nothing, which programs send that forgot to make one. */
  private static final Pattern NONE = Pattern.compile("[\\s{}0-]*");

  private EventId() {}

  /** Empty for one that would make all events but the first duplicates. */
  static Optional<String> kept(Optional<String> sent) {
    return sent.filter(id -> !NONE.matcher(id).matches())
        .map(id -> USUAL.matcher(id).matches() ? id : digest(id));
  }

  private static String digest(String id) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
