package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.testing.webhook.HookConnection;
import java.io.IOException;
import java.util.List;

/** What a receiver says that it has counted. */
final class HookMetrics {
  private HookMetrics() {}

  static List<String> of(TestReceiver receiver) throws IOException {
    return HookConnection.get(receiver.server().healthPort(), "/metrics").body().lines().toList();
  }
}
