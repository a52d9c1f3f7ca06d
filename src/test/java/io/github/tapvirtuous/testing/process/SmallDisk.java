package io.github.tapvirtuous.testing.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A disk of little room, in memory. */
public final class SmallDisk implements AutoCloseable {
  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Empty where this user may not mount any. */
  public static Optional<SmallDisk> at(Path path, int megabytes) throws IOException {
    Files.createDirectories(path);
    var disk = new SmallDisk(path);
    return disk.isMounted("-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs")
        ? Optional.of(disk)
        : Optional.empty();
  }

  public Path path() {
    return path;
  }

  public void grow(int megabytes) throws IOException {
    remount("size=" + megabytes + "m");
  }

  /** As after a fault of the disk. Nobody may have a file open to write. */
  public void makeReadOnly() throws IOException {
    remount("ro");
  }

  private void remount(String option) throws IOException {
    if (!isMounted("-o", "remount," + option)) {
      throw new IOException("Not possible: " + option);
    }
  }

  private boolean isMounted(String... options) throws IOException {
    var command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(options));
    command.add(path.toString());
    return isDone(command);
  }

  private static boolean isDone(List<String> command) throws IOException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (!isDone(List.of("umount", path.toString()))) {
      throw new IOException("It is still in use: " + path);
    }
  }
}
