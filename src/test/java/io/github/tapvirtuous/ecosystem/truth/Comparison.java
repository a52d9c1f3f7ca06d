package io.github.tapvirtuous.ecosystem.truth;

import io.github.tapvirtuous.ecosystem.target.Store;
import io.github.tapvirtuous.standin.StandIn;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds the rows of a target against those of Virtuous, cell by cell. */
public final class Comparison {
  private final List<StreamComparison> streams;

  /** Of the catalog's streams and columns. */
  public Comparison(StandIn virtuous, Store store, JsonNode catalog) {
    streams =
        Truth.of(virtuous, catalog).stream()
            .map(truth -> new StreamComparison(truth, store))
            .toList();
  }

  /**
   * In what a target that keeps to its manners differs from the truth: nothing, if all is well. If
   * a target has learnt better, this tells it as well.
   */
  public List<String> differences() {
    return streams.stream()
        .flatMap(stream -> Stream.concat(stream.missing(), stream.wrong()))
        .toList();
  }

  /** In what those rows differ that are there; rows may be missing. */
  public List<String> wrongRows() {
    return streams.stream().flatMap(StreamComparison::wrong).toList();
  }

  /** All values of rows that are there. */
  public List<Cell> cells() {
    return streams.stream().flatMap(StreamComparison::cells).toList();
  }
}
