package io.github.tapvirtuous.testing;

import org.junit.jupiter.api.extension.Extension;

/**
 * Sets what the tap sets before its first request. Java reads it once in a process, and a test's
 * own client may come first. JUnit finds it under {@code META-INF/services}.
 */
public final class SentOnce implements Extension {
  public SentOnce() {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }
}
