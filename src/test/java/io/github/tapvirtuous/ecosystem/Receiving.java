package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.ReceiverProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A receiver of the built tap, which Virtuous tells of changes from now on. */
public final class Receiving implements AutoCloseable {
  private final BuiltTap tap;
  private final Map<String, Object> settings = new TreeMap<>();
  private final ReceiverProcess receiver;

  public Receiving(BuiltTap tap, Path folder) throws Exception {
    this.tap = tap;
    var own = Files.createDirectory(folder.resolve("receiver"));
    var inbox = own.resolve("inbox.db").toString();
    receiver = ReceiverProcess.start(own, inbox);
    set("inbox", inbox);
    var url = "http://127.0.0.1:" + receiver.port() + GiftEvents.PATH;
    var secret = own.resolve("secret").toString();
    tap.command("webhook", "create", "--url", url, "--secret-file", secret).run().well();
  }

  /** For the syncs from now on. */
  public Receiving set(String setting, Object value) {
    settings.put(setting, value);
    tap.set("webhook", settings);
    return this;
  }

  /** Waits until it has answered for all that Virtuous had to tell by now. */
  public void takeAll(StandIn virtuous) throws InterruptedException {
    assertThat(virtuous.webhookTraffic().awaitNonePending(Duration.ofMinutes(10))).isTrue();
    assertThat(virtuous.webhookTraffic().taken()).isPositive();
  }

  @Override
  public void close() throws IOException {
    receiver.close();
  }
}
