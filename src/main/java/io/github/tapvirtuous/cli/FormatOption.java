package io.github.tapvirtuous.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that tell people and programs the same in different forms. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "text, a table, is the default on a terminal; json is it elsewhere.")
  private @Nullable Format format;

  /** The forms in which a result can be said. */
  private enum Format {
    TEXT,
    JSON
  }

  /** Whether somebody said which form is wanted. */
  boolean isChosen() {
    return format != null;
  }

  boolean isForPeople(RunContext context) {
    return format == null ? context.terminal() : format == Format.TEXT;
  }
}
