package io.github.tapvirtuous.ecosystem.meltano;

import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Meltano in a copy of the example project, which lies beside the built tap as it does in a
 * checkout. Neither the hub nor PyPI can be reached.
 */
final class Meltano implements AutoCloseable {
  static final String STATE_ID = "dev:tap-virtuous-to-target-jsonl";

  private static final Path EXAMPLE = Path.of("meltano");
  private static final String NOWHERE = "http://127.0.0.1:1";

  private final Path project;
  private final Map<String, String> environment = new TreeMap<>();

  private Meltano(Path project) {
    this.project = project;
  }

  /** In a folder whose path has a space; the loader is there as if Meltano had installed it. */
  static Meltano in(Path folder, URI virtuous) throws IOException {
    var checkout = Files.createDirectory(folder.resolve("a checkout"));
    Files.createSymbolicLink(checkout.resolve("bin"), bin());
    var meltano = new Meltano(Files.createDirectory(checkout.resolve("meltano")));
    meltano.copy("meltano.yml", "tap-virtuous.yml");
    meltano.write(
        ".env", "TAP_VIRTUOUS_API_KEY=demo-key\nTAP_VIRTUOUS_BASE_URL=" + virtuous + "\n");
    var loader = meltano.file(".meltano/loaders/target-jsonl/venv/bin/target-jsonl");
    Files.createDirectories(loader.getParent());
    Files.createSymbolicLink(loader, new Environment("jsonl").program("target-jsonl"));
    return meltano
        .with("HOME", folder.toString())
        .with("MELTANO_HUB_URL", NOWHERE)
        .with("MELTANO_CLI_DISABLE_VERSION_CHECK", "true")
        .with("HTTPS_PROXY", NOWHERE);
  }

  /** The folder of the tap's launcher. */
  static Path bin() {
    return Path.of("bin").toAbsolutePath();
  }

  private void copy(String... files) throws IOException {
    for (var file : files) {
      Files.copy(EXAMPLE.resolve(file), file(file));
    }
  }

  void write(String file, String text) throws IOException {
    Files.writeString(file(file), text);
  }

  Path file(String name) {
    return project.resolve(name);
  }

  Meltano with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command, such as {@code config list tap-virtuous}, to its end. */
  Ran run(String... arguments) throws IOException, InterruptedException {
    var launch =
        Launch.of(new Environment("meltano").program("meltano"), arguments)
            .from(project)
            .without(settings());
    environment.forEach(launch::with);
    return launch.run();
  }

  /** Those of whoever runs the tests. */
  private static String[] settings() {
    return System.getenv().keySet().stream().filter(Meltano::isSetting).toArray(String[]::new);
  }

  private static boolean isSetting(String variable) {
    return variable.startsWith("MELTANO_")
        || (variable.startsWith("TAP_VIRTUOUS_") && !variable.equals("TAP_VIRTUOUS_JAVA"));
  }

  /** Runs the tap into the loader, which writes one more file of each stream. */
  Ran runPipeline(String... options) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("run", "--no-install"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("tap-virtuous", "target-jsonl"));
    return run(arguments.toArray(String[]::new));
  }

  /** What the loader has written of a stream, the oldest first. */
  List<JsonNode> loaded(String stream) throws IOException {
    var rows = new ArrayList<JsonNode>();
    for (var file : files(stream)) {
      for (var line : Files.readAllLines(file)) {
        rows.add(JsonMapper.shared().readTree(line));
      }
    }
    return rows;
  }

  private List<Path> files(String stream) throws IOException {
    var output = Files.createDirectories(file("output"));
    try (var all = Files.list(output)) {
      return all.filter(file -> file.getFileName().toString().startsWith(stream + "-"))
          .sorted()
          .toList();
    }
  }

  /** Takes all links away: JUnit would warn of each when it deletes the folder. */
  @Override
  public void close() throws IOException {
    try (var files = Files.walk(project.getParent())) {
      for (var link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }
}
