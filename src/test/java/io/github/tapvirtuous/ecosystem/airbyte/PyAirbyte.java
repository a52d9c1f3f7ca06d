package io.github.tapvirtuous.ecosystem.airbyte;

import io.github.tapvirtuous.ecosystem.target.DuckDbFile;
import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.ecosystem.target.Manner;
import io.github.tapvirtuous.ecosystem.target.Store;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** PyAirbyte with the built source, and the store that it fills. It can reach nobody else. */
record PyAirbyte(Path folder, BuiltTap tap) implements Store {
  private static final Environment ENVIRONMENT = new Environment("airbyte");
  private static final Path SCRIPTS = Path.of("src", "test", "ecosystem", "airbyte");
  private static final String NOWHERE = "http://127.0.0.1:1";

  /** A script of ours in its environment, such as {@code messages.py}. */
  static Launch script(Path home, Path script, String... arguments) throws IOException {
    var temporary = Files.createDirectories(home.resolve("tmp"));
    var command = new ArrayList<>(List.of(script.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    return Launch.of(ENVIRONMENT.program("python"), command.toArray(String[]::new))
        .from(home)
        .with("HOME", home)
        .with("AIRBYTE_OFFLINE_MODE", "1")
        .with("AIRBYTE_TEMP_DIR", temporary)
        .with("AIRBYTE_LOGGING_ROOT", home.resolve("logs"))
        .with("NO_LIVE_PROGRESS", "1")
        .with("HTTPS_PROXY", NOWHERE)
        .with("NO_PROXY", "127.0.0.1");
  }

  static Path ours(String script) {
    return SCRIPTS.resolve(script);
  }

  /** What it says to a verb of {@code pyairbyte.py}. */
  Ran ask(String verb, String... streams) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(Source.PROGRAM.toString(), tap.configFile()));
    arguments.addAll(List.of(folder.toString(), verb));
    arguments.addAll(List.of(streams));
    return script(folder, ours("pyairbyte.py"), arguments.toArray(String[]::new)).run();
  }

  /** Reads streams, all if none is named, and says how many rows came. */
  int read(String... streams) throws IOException, InterruptedException {
    return ask("read", streams).well().document().path("read").intValue();
  }

  @Override
  public Set<Manner> manners() {
    return Set.of(Manner.NAMES_IN_SMALL_LETTERS, Manner.NINE_PLACES);
  }

  @Override
  public List<JsonNode> rows(String stream) {
    return new DuckDbFile(ENVIRONMENT, folder.resolve("stored.duckdb")).rows(stream);
  }
}
