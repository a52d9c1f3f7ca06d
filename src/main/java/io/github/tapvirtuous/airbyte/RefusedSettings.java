package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.WebhookConfig.Mode;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.Problems;
import java.util.List;

/** Settings that make sense elsewhere, and would do harm in a destination of Airbyte's. */
public final class RefusedSettings {
  /** Their names below {@code webhook}. */
  static final List<String> OF_WEBHOOKS = List.of("mode", "only");

  private RefusedSettings() {}

  /**
   * Passes a config without them.
   *
   * @throws ConfigException for any of them
   */
  public static void check(TapConfig config) {
    var problems = new Problems();
    if (config.webhook().mode() == Mode.PAYLOAD) {
      problems.add(
          "\"webhook.mode\" is \"payload\", which sends parts of rows: a destination of Airbyte's"
              + " would empty their other columns.",
          "Leave it out, or set it to \"refetch\".");
    }
    if (config.webhook().only()) {
      problems.add(
          "\"webhook.only\" is set: a refresh that brings nothing but events would empty a table.",
          "Leave it out; an incremental read costs little.");
    }
    problems.throwIfAny();
  }
}
