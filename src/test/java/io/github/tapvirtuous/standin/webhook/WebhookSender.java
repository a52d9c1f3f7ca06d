package io.github.tapvirtuous.standin.webhook;

import io.github.tapvirtuous.standin.rows.RowChange;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Tells subscribers of changes, on a thread of its own; without subscribers it does nothing. */
public final class WebhookSender implements RowChange.Watcher, AutoCloseable {
  private static final int MOST_ATTEMPTS = 10;

  private final WebhookHabits habits;
  private final Supplier<List<Subscriber>> subscribers;
  private final Clock clock;
  private final Agenda agenda;
  private final Post post;
  private final WebhookTraffic traffic = new WebhookTraffic();
  private long requests;

  /**
   * A sender.
   *
   * @param subscribers those who are told of a change at this moment
   * @param clock says when a change came to pass
   */
  public WebhookSender(WebhookHabits habits, Supplier<List<Subscriber>> subscribers, Clock clock) {
    this(habits, subscribers, clock, new OwnThread(), new HttpPost(habits.patience()));
  }

  WebhookSender(
      WebhookHabits habits,
      Supplier<List<Subscriber>> subscribers,
      Clock clock,
      Agenda agenda,
      Post post) {
    this.habits = habits;
    this.subscribers = subscribers;
    this.clock = clock;
    this.agenda = agenda;
    this.post = post;
  }

  public WebhookTraffic traffic() {
    return traffic;
  }

  @Override
  public void changed(List<RowChange> changes) {
    for (var subscriber : subscribers.get()) {
      var wanted = changes.stream().filter(subscriber::wants).map(this::notice).toList();
      letters(subscriber, wanted).forEach(this::send);
    }
  }

  private Notice notice(RowChange change) {
    return new Notice(change, UUID.randomUUID(), clock.instant());
  }

  private List<Letter> letters(Subscriber to, List<Notice> notices) {
    var letters = new ArrayList<Letter>();
    for (var from = 0; from < notices.size(); from += habits.batch()) {
      var end = Math.min(from + habits.batch(), notices.size());
      letters.add(new Letter(to, notices.subList(from, end)));
    }
    if (habits.reversed()) {
      Collections.reverse(letters);
    }
    return letters;
  }

  private synchronized void send(Letter letter) {
    var number = ++requests;
    if (habits.loses(number)) {
      traffic.lose();
      return;
    }
    for (var copies = habits.doubles(number) ? 2 : 1; copies > 0; copies--) {
      traffic.begin();
      agenda.after(habits.delay(number), () -> attempt(letter, 1));
    }
  }

  private void attempt(Letter letter, int number) {
    if (post.deliver(letter) / 100 == 2) {
      traffic.take();
      return;
    }
    traffic.fail();
    if (number == MOST_ATTEMPTS) {
      traffic.abandon();
    } else {
      agenda.after(pause(number), () -> attempt(letter, number + 1));
    }
  }

  private Duration pause(int failures) {
    return habits.firstRetry().multipliedBy(1L << (failures - 1));
  }

  /** What is not told by now never is. */
  @Override
  public void close() {
    agenda.close();
    post.close();
  }
}
