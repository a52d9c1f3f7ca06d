package io.github.tapvirtuous.testing.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs: it ends with whoever started it, and so do those that it started. */
public final class ChildProcess implements AutoCloseable {
  private static final int MINUTES_TO_END = 5;
  private static final int CHUNK = 4096;

  private final Process process;
  private final Path errors;
  private final BufferedReader out;
  private final StringBuilder said = new StringBuilder();
  private final Thread hook = new Thread(this::killAll, "no process stays behind");

  ChildProcess(Process process, Path errors) throws IOException {
    this.process = process;
    this.errors = errors;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    process.getOutputStream().close();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public Process process() {
    return process;
  }

  /** Reads on until a line holds this text. */
  public String lineWith(String text) throws IOException {
    for (var line = line(); !line.isEmpty(); line = line()) {
      if (line.contains(text)) {
        return line.strip();
      }
    }
    throw new IOException("No line holds " + text + ". " + said + errors());
  }

  /** With its end, and empty behind the last one. */
  private String line() throws IOException {
    var start = said.length();
    for (var character = out.read(); character >= 0; character = out.read()) {
      said.append((char) character);
      if (character == '\n') {
        break;
      }
    }
    return said.substring(start);
  }

  /** Reads on until it has written something, and as much as this; or until it ends: then not. */
  public boolean hasWritten(long characters) throws IOException {
    var isMore = readOn();
    while (isMore && said.length() < characters) {
      isMore = readOn();
    }
    return isMore;
  }

  private boolean readOn() throws IOException {
    var chunk = new char[CHUNK];
    var length = out.read(chunk);
    said.append(chunk, 0, Math.max(0, length));
    return length >= 0;
  }

  /** Reads the rest, and waits for the end. */
  public Ran ended() throws IOException, InterruptedException {
    var inTime =
        process
            .onExit()
            .orTimeout(MINUTES_TO_END, TimeUnit.MINUTES)
            .handle((end, late) -> late == null)
            .thenApply(this::orKill);
    while (readOn()) {
      // what it still has to say
    }
    var exitCode = process.waitFor();
    if (!inTime.join()) {
      throw new IOException("It does not end. " + said + errors());
    }
    return new Ran(process.pid(), exitCode, said.toString(), errors());
  }

  private boolean orKill(boolean inTime) {
    if (!inTime) {
      killAll();
    }
    return inTime;
  }

  /** What it said on standard error so far. */
  public String errors() throws IOException {
    return Files.readString(errors);
  }

  /** Asks it to end, and returns when it has. */
  public void stop() {
    process.toHandle().destroy();
    process.onExit().join();
  }

  /** Kills it without a warning, and returns when it is dead. What it wrote can still be read. */
  public void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Sends a signal such as {@code TERM}, without waiting for what it does. */
  public void signal(String name) throws IOException, InterruptedException {
    signal(name, List.of(process.pid()));
  }

  /** Sends a signal to several processes at once, as Ctrl-C does to a pipeline. */
  public static void signal(String name, List<Long> processes)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(id -> command.add(Long.toString(id)));
    if (new ProcessBuilder(command).start().waitFor() != 0) {
      throw new IOException("Not possible: " + command);
    }
  }

  /** Its child of this name, such as {@code java}. */
  public long child(String program) {
    return process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith(program))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  @Override
  public void close() throws IOException {
    killAll();
    try {
      process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException shuttingDown) {
      // the hook runs already
    }
    out.close();
    Files.deleteIfExists(errors);
  }

  private void killAll() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly(); // which leaves open what it has written
  }
}
