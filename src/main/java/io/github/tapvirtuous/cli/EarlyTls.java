package io.github.tapvirtuous.cli;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * What Java sets up once before it can trust anybody takes a seventh of a start. A second processor
 * can do that while the config is read.
 */
final class EarlyTls {
  private EarlyTls() {}

  /** Returns at once. Whoever connects before it is done waits for it. */
  static void begin() {
    var beside = new Thread(EarlyTls::setUp, "early-tls");
    beside.setDaemon(true); // a config that is wrong ends the run before
    beside.start();
  }

  private static void setUp() {
    try {
      SSLContext.getDefault();
    } catch (NoSuchAlgorithmException broken) {
      // Whoever connects meets it again, and says so.
    }
  }
}
