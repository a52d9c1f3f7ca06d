package io.github.tapvirtuous.standin.wiremock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.Arrays;
import wiremock.org.eclipse.jetty.server.HttpConfiguration.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.util.component.LifeCycle;

/** WireMock's own server, but the stand-in alone says what time it is. */
final class DatelessJetty implements HttpServerFactory {
  @Override
  public String getName() {
    return "dateless-jetty";
  }

  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new Jetty11HttpServer(options, admin, stubs) {
      @Override
      protected void applyAdditionalServerConfiguration(Server server, Options same) {
        super.applyAdditionalServerConfiguration(server, same);
        server.addEventListener(new DatesOff(server));
      }
    };
  }

  private record DatesOff(Server server) implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarting(LifeCycle starting) {
      Arrays.stream(server.getConnectors())
          .flatMap(connector -> connector.getConnectionFactories().stream())
          .filter(ConnectionFactory.class::isInstance)
          .map(ConnectionFactory.class::cast)
          .forEach(factory -> factory.getHttpConfiguration().setSendDateHeader(false));
    }
  }
}
