package io.github.tapvirtuous.standin.query;

/** How the {@code QueryOptions} of a table may differ from what was recorded. */
public enum Offer {
  /** HTTP 404; conditions are understood all the same. */
  NOT_FOUND,
  /** Nothing to ask for by modified date; who asks all the same is ignored. */
  WITHOUT_MODIFIED,
  /** Nothing to ask for by key; who asks all the same is ignored. */
  WITHOUT_KEY,
  /** Dates in a third spelling, {@code Last Modified DateTime}, too. */
  DATE_TIMES,
  /** Keys take {@code In} with many values, too. */
  KEY_LISTS
}
