package io.github.tapvirtuous.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How a whole run ended, in two lines for people. */
record RunSummary(List<StreamSummary> streams, Duration elapsed) {
  private static final int MOST_NAMES = 4;

  /** Whether somebody stopped it, or nobody read on. */
  boolean isStopped() {
    return streams.stream().anyMatch(each -> each.outcome() == Outcome.INTERRUPTED);
  }

  /**
   * Two lines.
   *
   * @param howToGoOn stands in the second if it was stopped; else that has the numbers
   */
  String text(Optional<Long> quotaLeft, String howToGoOn) {
    var second = isStopped() && !howToGoOn.isEmpty() ? howToGoOn : figures(quotaLeft);
    var seconds = StreamWords.seconds(elapsed);
    return verb() + " " + seconds + ": " + endings() + ".\n  " + second;
  }

  private boolean isDone() {
    return streams.stream().allMatch(each -> each.outcome().isSuccess());
  }

  private String verb() {
    if (isDone()) {
      return "Done in";
    }
    var isUsedUp = streams.stream().noneMatch(each -> each.outcome().isFailure());
    return isStopped() || isUsedUp ? "Stopped after" : "Failed after";
  }

  private String endings() {
    return isDone() ? Figures.count(streams.size(), "table") + ", " + brought() : notAll();
  }

  private String brought() {
    var rows = streams.stream().mapToLong(each -> each.figures().rows()).sum();
    var unverified = streams.stream().filter(each -> each.outcome() == Outcome.UNVERIFIED).count();
    var proven = unverified == 0 ? "all verified" : Figures.grouped(unverified) + " unverified";
    return streams.isEmpty()
        ? Figures.count(rows, "row")
        : Figures.count(rows, "row") + ", " + proven;
  }

  /** {@code 4 tables done, contacts interrupted at 11,206 of 20,000, 13 not begun}. */
  private String notAll() {
    var done = streams.stream().filter(each -> each.outcome().isSuccess()).count();
    var parts =
        new ArrayList<>(
            List.of(Figures.grouped(done) + (done == 1 ? " table done" : " tables done")));
    streams.stream()
        .filter(each -> !each.outcome().isSuccess())
        .collect(
            Collectors.groupingBy(
                StreamSummary::outcome, LinkedHashMap::new, Collectors.toUnmodifiableList()))
        .forEach((outcome, those) -> parts.add(told(outcome, those)));
    return String.join(", ", parts);
  }

  private static String told(Outcome outcome, List<StreamSummary> those) {
    return outcome.isUntouched() || those.size() > MOST_NAMES
        ? those.size() + " " + outcome.word()
        : those.stream()
            .map(each -> new StreamWords(each).ending())
            .collect(Collectors.joining(", "));
  }

  private String figures(Optional<Long> quotaLeft) {
    var sum = streams.stream().map(StreamSummary::figures).reduce(Figures.NONE, Figures::plus);
    var left = quotaLeft.map(many -> " (" + Figures.grouped(many) + " left this hour)").orElse("");
    var parts = new ArrayList<>(List.of(Figures.count(sum.requests(), "request") + left));
    parts.add(sum.retries() == 1 ? "1 retry" : Figures.grouped(sum.retries()) + " retries");
    if (sum.waits() > 0) {
      parts.add("waited " + StreamWords.seconds(sum.waited()));
    }
    parts.add(Figures.count(sum(each -> each.dropped().size()), "dropped field"));
    parts.add(Figures.count(sum(StreamSummary::nulledValues), "nulled value"));
    var events = streams.stream().flatMap(each -> each.events().stream()).toList();
    if (!events.isEmpty()) {
      parts.add(EventCounts.sum(events).text());
    }
    return String.join(" · ", parts);
  }

  private long sum(ToLongFunction<StreamSummary> figure) {
    return streams.stream().mapToLong(figure).sum();
  }
}
