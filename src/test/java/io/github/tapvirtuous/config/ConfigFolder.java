package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.testing.TestFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A folder of config files, a fresh one for each test. */
final class ConfigFolder implements BeforeEachCallback, AfterEachCallback {
  private final TestFolder folder = new TestFolder();

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    folder.beforeEach(context);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    folder.afterEach(context);
  }

  Path path() {
    return folder.path();
  }

  String file(String name, String text) {
    return folder.file(name, text);
  }

  /** Reads a config that has a key and these members. */
  TapConfig read(String members) {
    return ConfigReader.read(List.of(withKey(members)), Map.of(), Needs.API_KEY, secret -> {});
  }

  List<String> problemsOf(String members) {
    return problemsIn(List.of(withKey(members)), Map.of());
  }

  static List<String> problemsIn(List<String> sources, Map<String, String> environment) {
    var thrown =
        catchThrowableOfType(
            ConfigException.class,
            () -> ConfigReader.read(sources, environment, Needs.API_KEY, secret -> {}));
    var message = Objects.requireNonNull(Objects.requireNonNull(thrown).getMessage());
    return Arrays.asList(message.split(System.lineSeparator(), -1));
  }

  private String withKey(String members) {
    var comma = members.isEmpty() ? "" : ", ";
    return file("with-key.json", "{\"api_key\": \"k-123\"" + comma + members + "}");
  }
}
