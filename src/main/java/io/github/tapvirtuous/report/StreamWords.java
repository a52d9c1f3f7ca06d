package io.github.tapvirtuous.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened to one stream, in words for the log. */
record StreamWords(StreamSummary stream) {
  /** The one line that says that it did not bring every row, and why. */
  String failure() {
    return stream.outcome().explainsItself()
        ? stream.reason()
        : stream.name() + " is " + stream.outcome().word() + ": " + stream.reason();
  }

  /** {@code gifts interrupted at 11,206 of 20,000}, unless it brought all its rows. */
  String ending() {
    return stream.name() + " " + stream.outcome().word() + place();
  }

  /** Its line in the run report. */
  String line() {
    var ending = stream.name() + ": " + stream.outcome().word() + place() + inBrackets();
    var total = stream.total();
    var figures =
        stream.figures().text(total.isEmpty() ? "" : " (total " + total.getAsLong() + ")");
    // no lambda, which would load the class in every run
    var told = stream.events().isPresent() ? ", " + stream.events().get().text() : "";
    var dropped = counted(stream.dropped().size(), stream.dropped());
    var mismatched = counted(stream.nulledValues(), stream.mismatched());
    var found = ", dropped fields " + dropped + ", mismatches " + mismatched;
    var noted = stream.notes().isEmpty() ? "" : ", " + list(stream.notes());
    var read = stream.reading().isEmpty() ? "" : ", " + stream.reading();
    return ending + ": " + figures + told + found + noted + read + ", " + seconds(stream.elapsed());
  }

  /** How an untouched stream is told together with others of its kind. */
  String untouched() {
    return stream.outcome().word() + inBrackets();
  }

  /** Why it ended so, unless an error message of its own tells it. */
  private String inBrackets() {
    var why = stream.outcome().explainsItself() ? "" : stream.reason();
    return why.isEmpty() ? "" : " (" + why + ")";
  }

  private String place() {
    if (!stream.outcome().isCut()) {
      return "";
    }
    var total = stream.total();
    if (stream.reached() == 0 && total.isEmpty()) {
      return " before its first row";
    }
    var ofTotal = total.isEmpty() ? "" : String.format(Locale.ROOT, " of %,d", total.getAsLong());
    return String.format(Locale.ROOT, " at %,d", stream.reached()) + ofTotal;
  }

  /** {@code 4 (a: 3, b: 1)}. */
  private static String counted(long number, Map<String, Long> names) {
    return names.isEmpty() ? "0" : number + " (" + list(names) + ")";
  }

  /** {@code a: 3, b: 1}. */
  private static String list(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
