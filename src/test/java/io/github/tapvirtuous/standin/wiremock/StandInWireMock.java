package io.github.tapvirtuous.standin.wiremock;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import java.net.URI;

/** A stand-in behind WireMock; all tests of a JVM share one server, and each has its own path. */
public final class StandInWireMock implements AutoCloseable {
  private final StandIn standIn;
  private final URI baseUri;

  private StandInWireMock(StandIn standIn) {
    this.standIn = standIn;
    this.baseUri = SharedWireMock.INSTANCE.host(standIn);
  }

  public static StandInWireMock serving(StandIn standIn) {
    return new StandInWireMock(standIn);
  }

  public static StandInWireMock serving(StandInBuilder standIn) {
    return new StandInWireMock(standIn.build());
  }

  /** Ends with a slash, as the tap's {@code base_url} does. */
  public URI baseUri() {
    return baseUri;
  }

  public StandIn standIn() {
    return standIn;
  }

  @Override
  public void close() {
    standIn.close();
    SharedWireMock.INSTANCE.leave(baseUri);
  }
}
