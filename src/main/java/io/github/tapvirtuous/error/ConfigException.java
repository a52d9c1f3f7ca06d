package io.github.tapvirtuous.error;

import java.util.List;

/** The user has to change config, catalog, state or key: another run alone will not help. */
public final class ConfigException extends TapException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String what, String fix) {
    super(what, fix, null);
  }

  public ConfigException(String what, String fix, Throwable cause) {
    super(what, fix, cause);
  }

  /** Several problems at once, one a line, each with its fix. */
  public static ConfigException of(List<String> problems) {
    return new ConfigException(String.join(System.lineSeparator(), problems), "");
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
