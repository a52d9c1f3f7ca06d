package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.config.TapConfig.SchemaDrift;
import io.github.tapvirtuous.config.TapConfig.TypeMismatch;
import io.github.tapvirtuous.config.TapConfig.Typing;
import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.row.Findings;
import java.util.Collection;

/** The failures that a user asked for where rows do not fit their schema. */
final class Misfit {
  private Misfit() {}

  /**
   * Before anything of these rows is written.
   *
   * @throws SourceException for what the config wants to fail
   */
  static void throwIfUnwanted(SelectedStream stream, Findings findings, Typing typing) {
    var dropped = findings.counts(Findings.Kind.DROPPED);
    if (typing.schemaDrift() == SchemaDrift.FAIL && !dropped.isEmpty()) {
      throw drift(stream, dropped.keySet());
    }
    var mismatched = findings.counts(Findings.Kind.MISMATCHED);
    if (typing.typeMismatch() == TypeMismatch.FAIL && !mismatched.isEmpty()) {
      throw mismatch(stream, mismatched.keySet());
    }
  }

  static SourceException drift(SelectedStream stream, Collection<String> fields) {
    return new SourceException(
        Kind.UNFIT,
        stream.stream() + " has fields that its schema lacks: " + ForeignText.names(fields) + ".",
        stream.advice().onNewFields() + ", or set \"schema_drift\" to \"drop\".");
  }

  static SourceException mismatch(SelectedStream stream, Collection<String> fields) {
    return new SourceException(
        Kind.UNFIT,
        stream.stream()
            + " has values that do not fit their columns: "
            + ForeignText.names(fields)
            + ".",
        stream.advice().onMisfits() + ", or set \"type_mismatch\" to \"null\".");
  }
}
