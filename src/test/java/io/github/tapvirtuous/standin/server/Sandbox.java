package io.github.tapvirtuous.standin.server;

import io.github.tapvirtuous.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The stand-in as a program. */
final class Sandbox {
  private Sandbox() {}

  static void run(String... arguments) throws IOException {
    var options = SandboxOptions.parse(arguments);
    if (options.has("help")) {
      System.err.println(SandboxOptions.USAGE);
      return;
    }
    var standIn = options.standIn();
    var server = StandInServer.serving(standIn, options.number("port", 0));
    options.text("truth").ifPresent(file -> tellAtTheEnd(standIn, Path.of(file)));
    if (options.text("config").isPresent()) {
      new SandboxConfig(Path.of(options.text("config").get())).write(server, options);
    }
    System.err.println(greeting(server, options));
    if (options.text("port-file").isPresent()) {
      writePort(server, Path.of(options.text("port-file").get()));
    }
  }

  private static void tellAtTheEnd(StandIn standIn, Path file) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(standIn, file), "truth"));
  }

  private static void tell(StandIn standIn, Path file) {
    try {
      new Truth(standIn).writeTo(file);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String greeting(StandInServer server, SandboxOptions options) {
    return """
    A stand-in for Virtuous listens on %s, made-up data only.
    %s
    Stop it with Ctrl-C."""
        .formatted(server.baseUri(), next(server, options));
  }

  private static String next(StandInServer server, SandboxOptions options) {
    return options
        .text("config")
        .map(SandboxConfig::commands)
        .orElseGet(() -> "A config for the tap:\n  " + SandboxConfig.text(server, options));
  }

  /** Whoever sees the file sees all of it. */
  private static void writePort(StandInServer server, Path file) throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, server.port() + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
