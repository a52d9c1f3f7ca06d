package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.sync.sample.Sample;
import io.github.tapvirtuous.sync.sample.Sampler;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.Endpoint;
import io.github.tapvirtuous.virtuous.GetOrganization;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out whether the key is good, and which tables it may read. One try per request. */
public final class ConnectionCheck {

  /** What is said of a table that may be read. */
  public static final String OK = "ok";

  private static final Set<Kind> SAYS_NOTHING_OF_THE_KEY = Set.of(Kind.FORBIDDEN, Kind.USED_UP);

  private static final Endpoint<String> ORGANIZATION = new GetOrganization();

  private final VirtuousClient client;
  private final TapConfig config;
  private final RunReport report;
  private final Sampler sampler;
  private final Map<String, Long> rows = new LinkedHashMap<>();

  /**
   * What was found.
   *
   * @param failure what makes the test fail; a closed table does not
   * @param organization its name, {@code ""} when it was not told
   * @param tables {@value OK} or a reason, in the order of the config
   * @param rows of each table, as far as Virtuous says
   * @param quotaLeft requests left of the hour, as far as Virtuous says
   */
  public record Result(
      Optional<TapException> failure,
      Optional<AuthScheme> authScheme,
      String organization,
      Map<String, String> tables,
      Map<String, Long> rows,
      Optional<Long> quotaLeft) {}

  public ConnectionCheck(VirtuousClient client, TapConfig config, RunReport report) {
    this.client = client;
    this.config = config;
    this.report = report;
    this.sampler = new Sampler(client, config);
  }

  public Result run() {
    var ended = new LinkedHashMap<String, Optional<SourceException>>();
    try {
      var organization = organization();
      config.reading().tables().forEach(table -> ended.put(table.name(), failure(table)));
      return result(failing(ended), organization, ended);
    } catch (TapException failure) {
      return result(Optional.of(failure), "", ended);
    }
  }

  private Result result(
      Optional<TapException> failure,
      String organization,
      Map<String, Optional<SourceException>> ended) {
    return new Result(
        failure, client.authScheme(), organization, words(ended), rows, client.quotaLeft());
  }

  private static Optional<TapException> failing(Map<String, Optional<SourceException>> ended) {
    return ended.values().stream()
        .flatMap(Optional::stream)
        .filter(each -> !SAYS_NOTHING_OF_THE_KEY.contains(each.kind()))
        .map(TapException.class::cast)
        .findFirst();
  }

  /** Once all tables were asked for: of one that is not there, the others tell why. */
  private static Map<String, String> words(Map<String, Optional<SourceException>> ended) {
    var words = new LinkedHashMap<String, String>();
    ended.forEach(
        (table, failure) -> words.put(table, failure.map(SourceException::reason).orElse(OK)));
    return words;
  }

  private String organization() {
    var tally = report.stream("organization", "Organization");
    try {
      return client.call(ORGANIZATION, tally);
    } catch (SourceException failure) {
      if (failure.kind() == Kind.FORBIDDEN) { // a good key of a narrow permission group
        return "";
      }
      throw failure;
    }
  }

  /** A value array says no total, but comes whole. */
  private void count(Table table, Sample sample) {
    var total = table.isValueArray() ? sample.rows().size() : sample.total();
    if (total >= 0) {
      rows.put(table.name(), total);
    }
  }

  private Optional<SourceException> failure(Table table) {
    try {
      var tally = report.stream(table.name(), table.call().path());
      var look = sampler.lookAlong(sampler.look(table, 1, tally), tally);
      count(table, look.page().content());
      return Optional.empty();
    } catch (SourceException closed) {
      if (closed.kind() == Kind.STOPPED) {
        throw closed;
      }
      return Optional.of(closed);
    }
  }
}
