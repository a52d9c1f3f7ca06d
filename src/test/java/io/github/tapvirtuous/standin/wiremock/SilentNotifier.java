package io.github.tapvirtuous.standin.wiremock;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Keeps WireMock's own words out of the tests' output. */
public final class SilentNotifier implements Notifier {
  @Override
  public void info(String message) {}

  @Override
  public void error(String message) {}

  @Override
  public void error(String message, Throwable cause) {}
}
