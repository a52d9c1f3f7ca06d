package io.github.tapvirtuous.ecosystem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server that one test can stop and start, which the others must not see gone. */
final class OwnPostgres implements AutoCloseable {
  private static final Path PROGRAMS =
      Path.of(Optional.ofNullable(System.getenv("ECOSYSTEM_POSTGRES_PROGRAMS")).orElse(""));
  private static final String OWNER = "postgres";

  private final Path folder;
  private final int port;

  private OwnPostgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static OwnPostgres started(Path folder) throws IOException, InterruptedException {
    if (isRoot()) {
      run(List.of("chown", OWNER, folder.toString())); // it refuses to run as root
    }
    var postgres = new OwnPostgres(folder, freePort());
    postgres.asOwner("initdb", "-D", postgres.data(), "-U", "tap", "-A", "trust", "--no-sync");
    postgres.start();
    return postgres;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  String inbox() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=tap";
  }

  void start() throws IOException, InterruptedException {
    var options =
        "-p %d -k '%s' -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder);
    asOwner(
        "pg_ctl",
        "-D",
        data(),
        "-l",
        folder.resolve("log").toString(),
        "-w",
        "-o",
        options,
        "start");
  }

  /** As when its machine fails. */
  void stop() throws IOException, InterruptedException {
    asOwner("pg_ctl", "-D", data(), "-m", "immediate", "stop");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void asOwner(String program, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", OWNER, "--"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile()) // its owner may not enter every folder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("Not possible: " + command);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
