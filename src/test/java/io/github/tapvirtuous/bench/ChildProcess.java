package io.github.tapvirtuous.bench;

import java.io.IOException;

/** A process that ends with the bench, however that ends, and so do those that it started. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Thread hook;

  private ChildProcess(Process process) {
    this.process = process;
    this.hook = new Thread(this::end, "end");
  }

  static ChildProcess start(ProcessBuilder builder) throws IOException {
    var child = new ChildProcess(builder.start());
    Runtime.getRuntime().addShutdownHook(child.hook);
    return child;
  }

  Process process() {
    return process;
  }

  @Override
  public void close() {
    end();
    try {
      process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException shuttingDown) {
      // the hook runs already
    }
  }

  private void end() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
