package io.github.tapvirtuous.standin.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An agenda whose time passes when it is told to, without anybody waiting. */
final class Diary implements Agenda {
  private final List<Entry> left = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private Duration now = Duration.ZERO;

  private record Entry(Duration due, Runnable work) {}

  @Override
  public void after(Duration delay, Runnable work) {
    delays.add(delay);
    left.add(new Entry(now.plus(delay), work));
  }

  /** Does all there is to do by then, and what comes of it, the earliest first. */
  void pass(Duration time) {
    var end = now.plus(time);
    for (var next = next(end); next.isPresent(); next = next(end)) {
      next.ifPresent(this::run);
    }
    now = end;
  }

  private Optional<Entry> next(Duration end) {
    return left.stream()
        .filter(entry -> entry.due().compareTo(end) <= 0)
        .min(Comparator.comparing(Entry::due));
  }

  private void run(Entry entry) {
    left.remove(entry);
    now = entry.due();
    entry.work().run();
  }

  /** All that were asked for, those of nothing too. */
  List<Duration> delays() {
    return List.copyOf(delays);
  }
}
