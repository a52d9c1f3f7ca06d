package io.github.tapvirtuous.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.testing.webhook.GiftEvents;
import io.github.tapvirtuous.testing.webhook.HookConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends events on some connections, on each of them one after the other. */
final class EventLoad {
  private static final int BYTES = 2048;

  private final int port;
  private final int connections;
  private long[] nanos = {};

  EventLoad(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /** How long all of them took. */
  Duration send(long firstGift, int events) throws IOException, InterruptedException {
    nanos = new long[events];
    var next = new AtomicLong();
    var threads = Executors.newFixedThreadPool(connections);
    var began = System.nanoTime();
    var senders = new ArrayList<Future<?>>();
    for (var i = 0; i < connections; i++) {
      senders.add(threads.submit(() -> sendSome(firstGift, next)));
    }
    threads.shutdown();
    await(senders);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private Void sendSome(long firstGift, AtomicLong next) throws IOException {
    try (var connection = HookConnection.to(port)) {
      for (var i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
        var request = GiftEvents.request(GiftEvents.body(firstGift + i, BYTES)).getBytes(UTF_8);
        var began = System.nanoTime();
        var status = connection.say(request).reply().status();
        nanos[(int) i] = System.nanoTime() - began;
        if (status != 200) {
          throw new IOException("an event was answered with " + status);
        }
      }
      return null;
    }
  }

  private static void await(List<Future<?>> senders) throws IOException, InterruptedException {
    for (var sender : senders) {
      try {
        sender.get();
      } catch (ExecutionException failed) {
        throw new IOException(failed.getCause());
      }
    }
  }

  /** Within how many milliseconds this share of the answers came. */
  double millis(double share) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
  }
}
