package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.webhook.Surroundings;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What the commands for webhooks find around themselves, as all commands do. */
record WebhookSurroundings(RunContext context, ConfigOption option) implements Surroundings {
  @Override
  public TapConfig config(Needs needs) {
    return option.read(context.environment(), needs);
  }

  @Override
  public Optional<TapConfig> configIfNamed(Needs needs) {
    return option.readIfNamed(context.environment(), needs);
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
  public OutputStream out() {
    return context.out();
  }

  @Override
  public boolean isTerminal() {
    return context.terminal();
  }

  @Override
  public Map<String, String> environment() {
    return context.environment();
  }

  @Override
  public Clock clock() {
    return context.clock();
  }

  @Override
  public void print(String text) {
    context.print(text);
  }
}
