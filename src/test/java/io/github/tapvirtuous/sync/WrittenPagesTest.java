package io.github.tapvirtuous.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import io.github.tapvirtuous.sync.Extraction.Goal;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WrittenPagesTest {
  private final Listener listener = new Listener();

  @Test
  void give_their_memory_back_and_no_sooner() {
    try (var virtuous = StandInWireMock.serving(StandIn.builder().rows("gifts", 100, 7));
        var threads = new FetchThreads(4)) {
      new Extraction(
              Parts.reading(virtuous, threads),
              Goal.ALL_ROWS,
              Checkpoints.none(),
              listener,
              Optional.empty())
          .discovered(List.of(TableMap.named("gifts").orElseThrow()));
    }

    assertThat(listener.rows).isEqualTo(100);
    assertThat(listener.pages).hasSizeGreaterThan(10).allMatch(page -> page.bytes().length == 0);
  }

  /** Keeps the pages themselves, which no port may. */
  private static final class Listener implements MessagePort {
    private final List<RenderedPage> pages = new ArrayList<>();
    private int rows;

    @Override
    public void started(String stream, TableSchema schema) {}

    @Override
    public void rows(String stream, RenderedPage said, Instant extractedAt, RowVersion version) {
      assertThat(said.bytes()).isNotEmpty();
      pages.add(said);
      rows += said.rows();
    }

    @Override
    public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {}

    @Override
    public void superseded(String stream, RowVersion version) {}

    @Override
    public void checkpoint(String stream, Checkpoint state, long rowsSince) {}

    @Override
    public void finished(String stream, Outcome outcome) {}
  }
}
