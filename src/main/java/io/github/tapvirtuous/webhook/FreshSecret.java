package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.config.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that nobody had before. */
public final class FreshSecret {
  private static final int BYTES = 32;

  private FreshSecret() {}

  public static Secret make() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
