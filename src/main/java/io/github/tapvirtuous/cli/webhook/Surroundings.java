package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What the commands for webhooks find around themselves. */
public interface Surroundings {
  /** What {@code --config} names. */
  TapConfig config(Needs needs);

  /** The same, if it names anything: there are commands that need none. */
  Optional<TapConfig> configIfNamed(Needs needs);

  /** People wait for it: it gives up after a few tries. */
  VirtuousClient client(TapConfig config);

  /** Standard input. */
  InputStream in();

  /** Standard output, which throws when nobody reads it. */
  OutputStream out();

  /** Whether people see standard output as it comes. */
  boolean isTerminal();

  /** Where settings may stand, too. */
  Map<String, String> environment();

  Clock clock();

  /** Writes text to standard output at once. */
  void print(String text);
}
