package io.github.tapvirtuous.testing.webhook;

import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.table.TableMap;
import java.util.ArrayList;
import java.util.List;

/** What an inbox keeps of gifts. */
public final class KeptGifts {
  private KeptGifts() {}

  /** The gift of each event, in the order of their numbers. */
  public static List<Long> in(String inbox) {
    var gifts = TableMap.named("gifts").orElseThrow();
    var keys = new ArrayList<Long>();
    try (var events = Inboxes.openExisting(inbox)) {
      List<StoredEvent> step = events.after(gifts, 0);
      while (!step.isEmpty()) {
        step.forEach(each -> keys.add(each.event().key()));
        step = events.after(gifts, step.get(step.size() - 1).number());
      }
    }
    return keys;
  }
}
