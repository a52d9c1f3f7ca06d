package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.config.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"tap-virtuous " + Version.current()};
  }
}
