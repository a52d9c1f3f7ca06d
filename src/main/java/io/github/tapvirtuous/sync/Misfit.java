package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import java.util.Collection;

/** The failures that a user asked for where rows do not fit their schema. */
final class Misfit {
  private Misfit() {}

  static SourceException drift(String stream, Collection<String> fields) {
    return new SourceException(
        Kind.REPLY,
        stream + " has fields that its schema lacks: " + String.join(", ", fields) + ".",
        "Make the catalog anew with --discover, or set \"schema_drift\" to \"drop\".");
  }

  static SourceException mismatch(String stream, Collection<String> fields) {
    return new SourceException(
        Kind.REPLY,
        stream + " has values that do not fit their columns: " + String.join(", ", fields) + ".",
        "Widen these columns in the catalog, or set \"type_mismatch\" to \"null\".");
  }
}
