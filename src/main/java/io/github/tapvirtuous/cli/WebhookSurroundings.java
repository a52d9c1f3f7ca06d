package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.webhook.Surroundings;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.io.InputStream;

/** What the commands for webhooks find around themselves, as all commands do. */
record WebhookSurroundings(RunContext context, ConfigOption option) implements Surroundings {
  @Override
  public TapConfig config(Needs needs) {
    return option.read(context.environment(), needs);
  }

  @Override
  public VirtuousClient client(TapConfig config) {
    return VirtuousClient.patient(config, context.environment(), context.clock(), context.sleeper())
        .brief();
  }

  @Override
  public InputStream in() {
    return context.in();
  }

  @Override
  public void print(String text) {
    context.print(text);
  }
}
