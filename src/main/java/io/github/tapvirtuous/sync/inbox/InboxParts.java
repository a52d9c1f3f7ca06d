package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.sync.keyed.Asking;
import java.time.Clock;

/** What the reading of events is made of. */
public record InboxParts(Inbox inbox, Asking asking, Clock clock) {
  TapConfig config() {
    return asking.config();
  }
}
