package io.github.tapvirtuous.ecosystem.airbyte;

import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built source as a platform starts it, with its files in a folder. */
record Source(Path folder, BuiltTap tap) {
  static final Path PROGRAM = Path.of("bin", "source-virtuous").toAbsolutePath();

  Ran spec() throws IOException, InterruptedException {
    return run("spec");
  }

  Ran check() throws IOException, InterruptedException {
    return run("check", "--config", tap.configFile());
  }

  Ran discover() throws IOException, InterruptedException {
    return run("discover", "--config", tap.configFile());
  }

  /** Reads all streams from scratch. */
  Ran read(Catalog catalog) throws IOException, InterruptedException {
    var configured = file("configured.json", catalog.configured().toString());
    var state = file("state.json", "[]");
    return run("read", "--config", tap.configFile(), "--catalog", configured, "--state", state);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static Ran run(String... arguments) throws IOException, InterruptedException {
    return Launch.of(PROGRAM, arguments).with("NO_PROXY", "127.0.0.1").run();
  }
}
