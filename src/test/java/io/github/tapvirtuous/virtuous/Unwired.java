package io.github.tapvirtuous.virtuous;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A client whose requests a stand-in answers without a network and without threads: the same run is
 * the same to the last request, and takes a hundredth of the time.
 */
public final class Unwired {
  private Unwired() {}

  /** Its waits pass at once. */
  public static VirtuousClient client(TapConfig config, StandIn virtuous, Clock clock) {
    return new VirtuousClient(
        config,
        (request, authorization) -> reply(virtuous.answer(seen(request, authorization)), clock),
        clock,
        wait -> {},
        RetryPolicy.patient(config.limits()));
  }

  /** Everything is done by whoever asks for it, at once. */
  public static FetchThreads threads() {
    return new FetchThreads(new AtOnce());
  }

  private static StandInRequest seen(Request request, String authorization) {
    return new StandInRequest(
        request.method().name(),
        request.pathAndQuery(),
        Map.of("Authorization", authorization),
        request.body().getBytes(UTF_8));
  }

  private static HttpReply reply(StandInReply reply, Clock clock) {
    var headers = new TreeMap<String, List<String>>();
    reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    var now = clock.instant();
    return new HttpReply(reply.status(), headers, Bytes.of(reply.body()), now, now);
  }

  private static final class AtOnce extends AbstractExecutorService {
    @Override
    public void execute(Runnable work) {
      work.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }
}
