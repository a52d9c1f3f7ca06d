package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import io.github.tapvirtuous.testing.webhook.ReceiverProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many events a receiver makes durable, how long it takes over one, and what memory it needs.
 */
final class ReceiverScenario implements Scenario {
  private static final int EVENTS =
      Optional.ofNullable(System.getenv("EVENTS")).map(Integer::parseInt).orElse(200_000);
  private static final int CONNECTIONS = 32;
  private static final int WARM_UP = 10_000;
  private static final int BODY = 5 << 20;
  private static final int BODIES = 12;
  private static final double RATE_AIM = 3000;
  private static final double ANSWER_AIM = 50;
  private static final double MEMORY_AIM = 128;
  private static final double BODIES_AIM = 300;

  @Override
  public String name() {
    return "receiver";
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "%,d events of 2 KB on %d connections, each durable in SQLite before its answer",
        EVENTS,
        CONNECTIONS);
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    var figures = new ArrayList<Figure>();
    try (var receiver = started(work)) {
      new EventLoad(receiver.port(), CONNECTIONS).send(1, WARM_UP);
      var load = new EventLoad(receiver.port(), CONNECTIONS);
      var seconds = load.send(WARM_UP + 1, EVENTS).toNanos() / 1e9;
      figures.add(Figure.atLeast(RATE_AIM, "durable events a second", "%,.0f", EVENTS / seconds));
      figures.add(Figure.of("answer, ms, half of them within", "%.1f", load.millis(0.5)));
      figures.add(
          Figure.atMost(ANSWER_AIM, "answer, ms, 99 of 100 within", "%.1f", load.millis(0.99)));
      figures.add(Figure.atMost(MEMORY_AIM, "peak RSS, MB", "%.0f", megabytes(receiver)));
    }
    try (var receiver = started(work)) {
      large(receiver.port());
      figures.add(
          Figure.atMost(BODIES_AIM, "peak RSS, MB, 60 MB in hand", "%.0f", megabytes(receiver)));
    }
    return figures;
  }

  private static ReceiverProcess started(Path work) throws IOException {
    var folder = Files.createTempDirectory(work.toAbsolutePath(), "receiver");
    return ReceiverProcess.start(folder, folder.resolve("inbox.db").toString());
  }

  /** All but a byte of each comes; then all at once have the last one. */
  private static void large(int port) throws IOException {
    var connections = new ArrayList<HookConnection>();
    for (var gift = 1; gift <= BODIES; gift++) {
      var request = GiftEvents.request(GiftEvents.body(gift, BODY));
      connections.add(HookConnection.to(port).say(request.substring(0, request.length() - 1)));
    }
    for (var connection : connections) {
      connection.say("}");
    }
    for (var connection : connections) {
      var status = connection.reply().status();
      connection.close();
      if (status != 200) {
        throw new IOException("a large body was answered with " + status);
      }
    }
  }

  private static double megabytes(ReceiverProcess receiver) {
    return PeakMemory.ofProcess(receiver.process().process().pid()) / 1024.0;
  }
}
