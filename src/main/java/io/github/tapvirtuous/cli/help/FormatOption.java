package io.github.tapvirtuous.cli.help;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that tell people and programs the same in different forms. */
public final class FormatOption {
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
  public boolean isChosen() {
    return format != null;
  }

  /**
   * Whether people read what comes.
   *
   * @param terminal whether they see it as it comes
   */
  public boolean isForPeople(boolean terminal) {
    return format == null ? terminal : format == Format.TEXT;
  }
}
