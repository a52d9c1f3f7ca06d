package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.io.InputStream;

/** What the commands for webhooks find around themselves. */
public interface Surroundings {
  /** What {@code --config} names. */
  TapConfig config(Needs needs);

  /** People wait for it: it gives up after a few tries. */
  VirtuousClient client(TapConfig config);

  /** Standard input. */
  InputStream in();

  /** Writes text to standard output at once. */
  void print(String text);
}
