package io.github.tapvirtuous.testing;

import io.github.tapvirtuous.config.WebhookConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a config says of webhooks in which nothing is said of them. */
public final class NoWebhooks {
  public static final WebhookConfig CONFIG =
      new WebhookConfig(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Duration.ofDays(30),
          Optional.empty(),
          WebhookConfig.Mode.REFETCH,
          false);

  private NoWebhooks() {}
}
