package io.github.tapvirtuous.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.Tap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is gone from one page on: nobody listens any more. */
final class RefusedConnectionTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 50).boxed().toList();
  private static final int PAGE = 10;

  @RegisterExtension private final Tap tap = Tap.patient();

  private final AtomicInteger waits = new AtomicInteger();
  private StandIn standIn;
  private StandInServer server;
  private int port;

  RefusedConnectionTest() throws IOException {
    standIn = StandIn.builder().build();
    server = StandInServer.serving(standIn, 0);
  }

  @BeforeEach
  void listen() {
    port = server.port();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Nobody listens any more from the reply on that this request would get. */
  private void goesAwayAt(When when, StandInBuilder builder) {
    standIn = builder.fault(when, DataFaults.change("gone", gone -> server.close())).build();
    server.close();
    comeBack();
    tap.at(server.baseUri().toString());
  }

  private void goesAwayAt(int skip, int inFlight) {
    goesAwayAt(When.page(skip).of("gifts"), StandIn.builder().ids("gifts", IDS));
    tap.keysOf("gifts").set("page_size", PAGE).set("max_concurrent_requests", inFlight);
  }

  private synchronized void comeBack() {
    try {
      server = StandInServer.serving(standIn, port);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,1", "27,1", "45,1", "0,4", "27,4", "45,4"})
  void waits_for_a_server_that_comes_back(int skip, int inFlight) {
    goesAwayAt(skip, inFlight);
    tap.set("retry_limit", 9)
        .meanwhile(
            pause -> {
              if (waits.incrementAndGet() == 2) {
                comeBack();
              }
            });

    var run = tap.sync();

    assertThat(run.ids("gifts")).as(run.logText()).containsExactlyElementsOf(IDS);
    assertThat(run.exitCode()).isZero();
    assertThat(run.logText()) // by when each of the threads noticed
        .containsAnyOf("no connection", "the server closed the connection without a reply");
  }

  @ParameterizedTest
  @CsvSource({"0,1", "27,1", "45,1", "0,4", "27,4", "45,4"})
  void fails_clearly_when_it_stays_away_and_goes_on_later(int skip, int inFlight) {
    goesAwayAt(skip, inFlight);

    var failed = tap.set("retry_limit", 3).sync();
    comeBack();
    var next = tap.resume(failed);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.logText()).contains("gifts: failed after 3 tries");
    assertThat(next.exitCode()).as(next.logText()).isZero();
    var ids = failed.and(next).ids("gifts");
    assertThat(ids).containsAll(IDS);
    assertThat(ids.size() - IDS.size()).isBetween(0, PAGE);
  }

  @Test
  void a_network_that_dies_ends_the_run_after_three_streams() {
    goesAwayAt(When.request(2), StandIn.builder());
    tap.keysOf("campaigns", "gifts", "projects", "pledges", "contacts", "segments")
        .set("max_concurrent_requests", 1)
        .set("retry_limit", 4);

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.logText()).contains("campaigns: verified", "gifts: failed after 4 tries");
    assertThat(run.logText()).contains("contacts is skipped: the network is away");
    assertThat(run.logText()).contains("segments is skipped: the network is away");
    assertThat(run.waits()).contains(Duration.ofSeconds(30)).hasSizeBetween(8, 9);
  }
}
