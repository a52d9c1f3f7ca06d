package io.github.tapvirtuous.report;

import java.util.Locale;

/** How a stream ended, in the words of the run report. */
public enum Outcome {
  /** Order held, every boundary held. */
  VERIFIED,
  /** The order was of no use, but the count was reached. */
  UNVERIFIED,
  /** Fewer rows than the source's total. */
  INCOMPLETE,
  FAILED,
  /** Rows came that do not fit: somebody has to change something first. */
  UNFIT,
  /** A bug of this program stood in its way. */
  BROKEN,
  /** The key may not read the table. */
  FORBIDDEN,
  /** Not tried: what came before it made that useless. */
  SKIPPED,
  /** The requests that the run may make were used up before its end. */
  UNFINISHED,
  /** The run was stopped, or nobody read on, before its end. */
  INTERRUPTED,
  /** The run ended, or its requests were used up, before its turn. */
  NOT_BEGUN;

  /** Whether every row that the source spoke of was written. */
  public boolean isSuccess() {
    return this == VERIFIED || this == UNVERIFIED;
  }

  /** Whether somebody has to look: not where the next run goes on by itself, as was asked for. */
  public boolean isFailure() {
    return !isSuccess() && this != UNFINISHED && this != NOT_BEGUN;
  }

  /** Whether it ended in the middle, at a place that is worth telling. */
  boolean isCut() {
    return this == INTERRUPTED || this == UNFINISHED;
  }

  /** Whether its reason is a whole sentence, which an error message of its own tells. */
  boolean explainsItself() {
    return this == FAILED || this == UNFIT || this == BROKEN || this == FORBIDDEN;
  }

  /** Whether not a row of it was asked for: all such streams share a line of the report. */
  public boolean isUntouched() {
    return this == SKIPPED || this == NOT_BEGUN;
  }

  /** For people: {@code not begun}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
