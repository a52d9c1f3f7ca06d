package io.github.tapvirtuous.extract;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.discover.SelectedStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Of everything that the positions of a scan hang on; the page size is not part of it. */
final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /** Sixteen hex digits. */
  static String of(TapConfig config, SelectedStream stream) {
    var text =
        String.join(
            "\n",
            config.connection().baseUri().toString(),
            stream.table().call().toString(),
            Boolean.toString(config.reading().includeArchived()),
            stream.schema().toString());
    return HexFormat.of().formatHex(sha256(text), 0, BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
