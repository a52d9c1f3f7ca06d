package io.github.tapvirtuous.ecosystem.wheel;

import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A machine with Python and what every Unix has, but no Java; what is installed comes from files.
 */
public final class Machine {
  private static final String WHEELS =
      Path.of("target", "ecosystem", "wheels").toAbsolutePath().toString();

  private final Path folder;
  private final Path programs;

  public Machine(Path folder) throws IOException {
    this.folder = folder;
    this.programs = Files.createDirectory(folder.resolve("programs"));
    for (var place : System.getenv("PATH").split(File.pathSeparator, -1)) {
      linkAllBut(Path.of(place));
    }
  }

  private void linkAllBut(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (var files = Files.list(place)) {
      for (var file : files.filter(file -> !isOfJava(file)).toList()) {
        var link = programs.resolve(file.getFileName());
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
          Files.createSymbolicLink(link, file);
        }
      }
    }
  }

  private static boolean isOfJava(Path file) {
    return file.getFileName().toString().startsWith("java");
  }

  /** In which Java is not found, nor anything on the internet. */
  public Map<String, String> variables() {
    return Map.of(
        "PATH",
        programs.toString(),
        "HOME",
        folder.toString(),
        "NO_PROXY",
        "127.0.0.1",
        "PIP_NO_INDEX",
        "1",
        "PIP_FIND_LINKS",
        WHEELS,
        "UV_OFFLINE",
        "1",
        "UV_FIND_LINKS",
        WHEELS);
  }

  Launch launch(Path program, String... arguments) {
    var launch = Launch.of(program, arguments).without("JAVA_HOME", "TAP_VIRTUOUS_JAVA");
    variables().forEach(launch::with);
    return launch;
  }

  public static Path wheel() throws IOException {
    return Packed.wheel();
  }

  /**
   * An environment with the wheel and these extras, such as {@code [java]}; returns its programs.
   */
  Path install(String name, String extras) throws IOException, InterruptedException {
    var environment = folder.resolve(name);
    var python = new Environment("wheel").program("python");
    launch(python, "-m", "venv", environment.toString()).run().well();
    var bin = environment.resolve("bin");
    launch(bin.resolve("python"), "-m", "pip", "install", "-q", Packed.wheel() + extras)
        .run()
        .well();
    return bin;
  }

  /** Takes all links away: JUnit would warn of each when it deletes the folder. */
  public void close() throws IOException {
    try (var files = Files.list(programs)) {
      for (var link : files.toList()) {
        Files.delete(link);
      }
    }
  }

  List<Path> archives(Path bin) throws IOException {
    try (var files = Files.walk(bin.getParent())) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }
}
