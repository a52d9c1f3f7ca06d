package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.report.NetworkWatch;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the schemas of all configured tables, several at a time. */
public final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

  private final RunParts parts;
  private final NetworkWatch network = new NetworkWatch();
  private final Sampler sampler;

  public Discovery(RunParts parts) {
    this.parts = parts;
    this.sampler = new Sampler(parts);
  }

  /**
   * The streams in the order of the config. A table that cannot be sampled has its built-in schema.
   *
   * @throws SourceException when no table at all could be sampled
   */
  public List<SelectedStream> streams() {
    var tables = parts.config().reading().tables();
    var attempts =
        tables.stream()
            .map(table -> parts.threads().start(table.name(), () -> attempt(table)))
            .toList();
    var ended = attempts.stream().map(FetchThreads::await).toList();
    throwIfAllFailed(ended);
    tell(ended);
    return ended.stream().map(Attempt::stream).toList();
  }

  /**
   * One table's schema.
   *
   * @param tried not if the network was away before its turn
   * @param failure why its rows could not be looked at, if they could not
   */
  private record Attempt(SelectedStream stream, boolean tried, Optional<SourceException> failure) {
    boolean failed() {
      return failure.isPresent();
    }

    String message() {
      return failure.map(SourceException::getMessage).orElse("");
    }
  }

  private Attempt attempt(Table table) {
    if (table.isValueArray()) {
      return new Attempt(known(table), true, Optional.empty());
    }
    var loss = network.loss();
    if (loss.isPresent()) {
      return new Attempt(known(table), false, loss);
    }
    try {
      return new Attempt(sampled(table), true, Optional.empty());
    } catch (SourceException failure) {
      if (failure.kind() == Kind.STOPPED || parts.client().isHopeless()) {
        throw failure;
      } else if (failure.kind() == Kind.NETWORK) {
        network.failed(failure);
      }
      return new Attempt(known(table), true, Optional.of(failure));
    }
  }

  private SelectedStream known(Table table) {
    return SelectedStream.of(table, sampler.knownSchema(table));
  }

  private SelectedStream sampled(Table table) {
    var tally = parts.report().stream(table.name(), table.call().path());
    var first = sampler.firstPage(table, parts.config().reading().sampleSize(), tally);
    return SelectedStream.of(table, sampler.schema(table, first, tally));
  }

  /** A closed table is no reason to fail: the others may be open. */
  private static void throwIfAllFailed(List<Attempt> attempts) {
    var sampled = attempts.stream().filter(each -> !each.stream().table().isValueArray()).toList();
    if (!sampled.isEmpty() && sampled.stream().allMatch(Attempt::failed)) {
      var others = sampled.stream().skip(1).filter(Attempt::tried);
      others.forEach(each -> LOG.warn("{}", each.message()));
      throw sampled.get(0).failure().orElseThrow();
    }
  }

  private static void tell(List<Attempt> attempts) {
    var failed = attempts.stream().filter(Attempt::failed).toList();
    failed.stream()
        .filter(Attempt::tried)
        .forEach(each -> LOG.warn("{} The catalog shows its built-in schema.", each.message()));
    var left = failed.stream().filter(each -> !each.tried()).map(each -> each.stream().stream());
    var names = left.collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      LOG.warn("{}: the network is away. The catalog shows their built-in schemas.", names);
    }
  }
}
