package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.report.NetworkWatch;
import io.github.tapvirtuous.sync.sample.Sampler;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the schemas of all configured tables, several at a time. */
public final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

  private final RunParts parts;
  private final NetworkWatch network = new NetworkWatch();
  private final Sampler sampler;
  private final Resumption resumption;

  /**
   * Looks at nothing yet.
   *
   * @param incoming where runs before have left columns that only rows have shown: they stay
   */
  public Discovery(RunParts parts, Checkpoints incoming) {
    this.parts = parts;
    this.resumption = new Resumption(incoming, parts.config().reading().resumeTtl(), parts.clock());
    this.sampler = new Sampler(parts.client(), parts.config());
  }

  /**
   * In the order of the config. A table that cannot be sampled has its built-in schema.
   *
   * @throws SourceException when no table at all could be sampled, or requests ran out: which
   *     tables they were enough for would be chance
   */
  public List<DiscoveredTable> tables() {
    var tables = parts.config().reading().tables();
    var attempts =
        tables.stream()
            .map(table -> parts.threads().start(table.name(), () -> looked(table)))
            .toList();
    var ended = attempts.stream().map(FetchThreads::await).toList();
    throwIfAllFailed(ended);
    return ended;
  }

  private DiscoveredTable looked(Table table) {
    if (table.isValueArray()) {
      return new DiscoveredTable(
          SelectedStream.of(table, sampler.knownSchema(table)), true, Optional.empty());
    }
    var loss = network.loss();
    if (loss.isPresent()) {
      return new DiscoveredTable(known(table), false, loss);
    }
    try {
      return new DiscoveredTable(sampled(table), true, Optional.empty());
    } catch (SourceException failure) {
      if (failure.kind().endsRun() || parts.client().isHopeless()) {
        throw failure;
      } else if (failure.kind() == Kind.NETWORK) {
        network.failed(failure);
      }
      return new DiscoveredTable(known(table), true, Optional.of(failure));
    }
  }

  private SelectedStream known(Table table) {
    return stream(table, sampler.knownSchema(table));
  }

  private SelectedStream sampled(Table table) {
    var tally = parts.report().stream(table.name(), table.call().path());
    var first = sampler.look(table, parts.config().reading().sampleSize(), tally);
    var look = sampler.lookAlong(first, tally);
    return stream(look.table(), sampler.schema(look, tally));
  }

  /** What is rare does not come and go with the samples. */
  private SelectedStream stream(Table table, TableSchema schema) {
    return SelectedStream.of(table, schema.joined(resumption.replication(table.name()).shown()));
  }

  /** A closed table is no reason to fail: the others may be open. */
  private static void throwIfAllFailed(List<DiscoveredTable> ended) {
    var sampled = ended.stream().filter(each -> !each.stream().table().isValueArray()).toList();
    if (!sampled.isEmpty() && sampled.stream().allMatch(DiscoveredTable::hasFailed)) {
      var others = sampled.stream().skip(1).filter(DiscoveredTable::wasTried);
      others.forEach(each -> LOG.warn("{}", each.message()));
      throw sampled.get(0).failure().orElseThrow();
    }
  }
}
