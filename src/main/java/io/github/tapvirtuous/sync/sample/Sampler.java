package io.github.tapvirtuous.sync.sample;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.table.SchemaInference;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Finds a table's schema from its oldest and its newest rows: old rows lack the newer fields, and
 * the newest may lack what is rare.
 */
public final class Sampler {
  private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
  private static final Set<Kind> NO_USE_TO_GO_ON =
      Set.of(Kind.FORBIDDEN, Kind.USED_UP, Kind.STOPPED);

  private final VirtuousClient client;
  private final TapConfig config;

  public Sampler(VirtuousClient client, TapConfig config) {
    this.client = client;
    this.config = config;
  }

  /** The first page of the table's scan, before it is rendered. */
  public Page<Sample> firstPage(Table table, int take, StreamReport report) {
    return client.page(new PageRequest(table, 0, take, false), Sample::read, report);
  }

  /** The schema that this page and, if they can be read, the newest rows show. */
  public TableSchema schema(Table table, Page<Sample> first, StreamReport report) {
    var rows = new ArrayList<>(first.content().rows());
    newest(table, first).map(request -> rows(request, report)).ifPresent(rows::addAll);
    return inference(table).infer(rows);
  }

  /** A table whose first rows are known is not given up for want of its newest. */
  private List<JsonNode> rows(PageRequest newest, StreamReport report) {
    try {
      return client.page(newest, Sample::read, report).content().rows();
    } catch (SourceException failure) {
      if (NO_USE_TO_GO_ON.contains(failure.kind())) {
        throw failure;
      }
      LOG.warn(
          "{} That was the sample of its newest rows: the columns are those that its first rows"
              + " show.",
          failure.getMessage());
      return List.of();
    }
  }

  /** What is known without asking: enough for an empty or a closed table. */
  public TableSchema knownSchema(Table table) {
    return inference(table).infer(List.of());
  }

  /**
   * The request for the newest rows, if there are more than were seen. A sample size of one is a
   * request for one row, as some quotas want it.
   */
  private Optional<PageRequest> newest(Table table, Page<Sample> first) {
    var size = config.reading().sampleSize();
    if (size == 1 || !first.content().isPart(first.asked().take())) {
      return Optional.empty();
    } else if (table.canDescend()) {
      return Optional.of(new PageRequest(table, 0, size, true));
    }
    var beforeThem = Math.min(first.content().total() - size, Integer.MAX_VALUE);
    return beforeThem <= 0
        ? Optional.empty()
        : Optional.of(new PageRequest(table, (int) beforeThem, size, false));
  }

  private SchemaInference inference(Table table) {
    return new SchemaInference(table, config.typing().dateTimes());
  }
}
