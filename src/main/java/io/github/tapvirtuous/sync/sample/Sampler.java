package io.github.tapvirtuous.sync.sample;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.report.CallTally;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Finds a table's schema from its oldest and its newest rows: old rows lack the newer fields, and
 * the newest may lack what is rare.
 */
public final class Sampler {
  private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
  private static final int NOT_FOUND = 404;
  private static final Set<Kind> NO_USE_TO_GO_ON =
      Set.of(Kind.FORBIDDEN, Kind.USED_UP, Kind.STOPPED);

  private final VirtuousClient client;
  private final TapConfig config;

  public Sampler(VirtuousClient client, TapConfig config) {
    this.client = client;
    this.config = config;
  }

  /** The first page of the table's scan, before it is rendered. */
  public FirstLook look(Table table, int take, CallTally tally) {
    var page = client.page(new PageRequest(table, 0, take, false), Sample::read, tally);
    var isKeyless = table.detour().isPresent() && page.content().lack(table.key());
    return new FirstLook(isKeyless ? table.detoured() : table, page, List.of());
  }

  /** The same with some rows as they are read: below the first parent they name, and the last. */
  public FirstLook lookAlong(FirstLook look, CallTally tally) {
    if (!look.table().isDetoured()) {
      return look;
    }
    var parents = look.parents();
    var ends = Stream.of(0, parents.size() - 1).filter(place -> place >= 0).distinct();
    var pages = ends.map(parents::get).flatMap(parent -> below(look, parent, tally).stream());
    return new FirstLook(look.table(), look.page(), pages.toList());
  }

  /** A parent that is gone shows nothing. */
  private Optional<Page<Sample>> below(FirstLook look, long parent, CallTally tally) {
    var most = look.table().detour().orElseThrow().largestPage();
    var take = Math.min(look.page().asked().take(), most);
    var request = new PageRequest(look.table().below(parent), 0, take, false);
    try {
      return Optional.of(client.page(request, Sample::read, tally))
          .filter(page -> !page.content().rows().isEmpty());
    } catch (SourceException failure) {
      if (failure.status().orElse(0) == NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** The schema that this page and, if they can be read, the newest rows show. */
  public TableSchema schema(FirstLook look, CallTally tally) {
    var rows = new ArrayList<>(look.rows().toList());
    newest(look.page()).map(request -> rows(request, tally)).ifPresent(rows::addAll);
    return inference(look.table()).infer(rows);
  }

  /** A table whose first rows are known is not given up for want of its newest. */
  private List<JsonNode> rows(PageRequest newest, CallTally tally) {
    try {
      return client.page(newest, Sample::read, tally).content().rows();
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
  private Optional<PageRequest> newest(Page<Sample> first) {
    var table = first.asked().table();
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
