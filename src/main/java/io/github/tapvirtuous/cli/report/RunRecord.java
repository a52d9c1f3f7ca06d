package io.github.tapvirtuous.cli.report;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.report.StreamSummary;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is known of a run until its end, and then writes it to the file that was asked for.
 */
public final class RunRecord {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecord.class);
  private static final String BUG = "A bug in tap-virtuous: the log tells more.";

  private final Clock clock;
  private final Instant startedAt;
  private final List<String> reasons = new ArrayList<>();
  private Optional<ReportFile> file = Optional.empty();
  private Optional<RunReport> report = Optional.empty();
  private Optional<VirtuousClient> client = Optional.empty();

  /** Starts its time. Nobody wants to see it yet. */
  public RunRecord(Clock clock) {
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /**
   * Somebody may want to see it.
   *
   * @param option the value of {@code --report}, which wins over the setting
   * @param inputs the files that the run reads, each with what it is
   * @throws io.github.tapvirtuous.error.ConfigException for a file that there cannot be
   */
  public void wantedBy(@Nullable String option, Map<Path, String> inputs) {
    if (option != null) {
      file = Optional.of(ReportFile.of("--report", option, inputs));
    }
  }

  /** The same by a setting, unless {@code --report} was given. */
  public void wantedBy(TapConfig config, Map<Path, String> inputs) {
    if (file.isEmpty() && config.reportFile().isPresent()) {
      file = Optional.of(ReportFile.of("\"report_file\"", config.reportFile().get(), inputs));
    }
  }

  /** Something is asked of Virtuous from now on. */
  public void began(RunReport counting, VirtuousClient asking) {
    report = Optional.of(counting);
    client = Optional.of(asking);
  }

  /** Why not every row came, as the log says it, too. */
  public void because(String reason) {
    reasons.add(reason);
  }

  /** What ended the run. Of a bug nothing is quoted: nobody knows what its message holds. */
  public void failed(Exception failure) {
    because(failure instanceof TapException known ? known.getMessage() : BUG);
  }

  /** Whatever becomes of the file, the exit code stays what it is. */
  public void ended(int exitCode) {
    try {
      if (file.isPresent()) {
        write(file.get(), exitCode);
      }
    } catch (RuntimeException bug) {
      LOG.warn("The report was not written, for a bug in tap-virtuous: {}.", bug.getClass());
    }
  }

  private void write(ReportFile wanted, int exitCode) {
    var end = new RunEnd(startedAt, clock.instant(), StopSignal.instead(exitCode), reasons);
    var left = client.flatMap(VirtuousClient::quotaLeft);
    try {
      wanted.write(RunReportJson.of(end, streams(), left) + "\n");
    } catch (IOException unwritten) {
      LOG.warn("{} was not written: {}.", wanted.name(), ForeignText.line(unwritten));
    }
  }

  private List<StreamSummary> streams() {
    return report.map(RunReport::streams).orElse(List.of()).stream()
        .map(StreamReport::summary)
        .toList();
  }
}
