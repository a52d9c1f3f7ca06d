package io.github.tapvirtuous;

import io.github.tapvirtuous.cli.Cli;
import io.github.tapvirtuous.cli.RunContext;
import io.github.tapvirtuous.terminal.Window;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Entry point: keeps standard output for messages, and answers signals. */
public final class Main {
  /** How long a signal waits for the last line and state; a target may have stopped reading. */
  private static final int SECONDS_TO_END = 30;

  private static final int DONE = 0;
  private static final int FAILED = 1;

  /** Set by the launcher: Java itself has no way to tell that all its versions share. */
  private static final String TERMINAL = "tap.virtuous.terminal";

  /** Set by the launcher where standard error is a terminal; 0 if it does not say how wide. */
  private static final String COLUMNS = "tap.virtuous.columns";

  /** Set by the launcher where that terminal shows UTF-8: Java's own charset is a kinder one. */
  private static final String UNICODE = "tap.virtuous.unicode";

  private Main() {}

  public static void main(String[] args) {
    var out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    Locale.setDefault(Locale.ROOT); // else counts would come in Arabic digits where people use them
    var end = new End();
    endOnSignal(Thread.currentThread(), end);
    var context =
        new RunContext(
            System.in,
            out,
            Boolean.getBoolean(TERMINAL),
            window(),
            System.getenv(),
            new WallClock(),
            pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos()));
    System.exit(run(context, args, end));
  }

  private static Optional<Window> window() {
    return Optional.ofNullable(Integer.getInteger(COLUMNS))
        .map(
            columns ->
                new Window(
                    new FileOutputStream(FileDescriptor.err),
                    columns,
                    Boolean.getBoolean(UNICODE)
                        ? StandardCharsets.UTF_8
                        : StandardCharsets.US_ASCII));
  }

  private static int run(RunContext context, String[] args, End end) {
    try {
      end.exitCode = Cli.run(context, args);
      return end.exitCode;
    } finally {
      end.came.countDown(); // even after an Error, which ends this thread
    }
  }

  /** The JVM turns SIGTERM into 143 and SIGINT into 130 once its hooks have run. */
  private static void endOnSignal(Thread working, End end) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(working, end), "signal"));
  }

  private static void interrupt(Thread working, End end) {
    if (end.came.getCount() == 0 && !isSignalled()) {
      return;
    }
    working.interrupt();
    try {
      if (!end.came.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
        System.err.println(
            "WARNING The run did not end within 30 seconds; is anybody reading its output?");
      } else if (end.exitCode == DONE) {
        Runtime.getRuntime().halt(DONE); // it has done all, as what runs until a signal does
      }
    } catch (InterruptedException twice) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether a signal came first: it may overtake the exit of a run that is done, which takes Java
   * some time since 21. Each signal has a thread of that name.
   */
  private static boolean isSignalled() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .anyMatch(name -> name.startsWith("SIG") && name.endsWith(" handler"));
  }

  /** Of a command, whoever brings it about. */
  private static final class End {
    private final CountDownLatch came = new CountDownLatch(1);
    private volatile int exitCode = FAILED;
  }

  /**
   * The system's clock. The rules of all the world's zones are loaded when its own is asked for.
   */
  private static final class WallClock extends Clock {
    private final Clock clock = Clock.systemUTC();

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return clock.withZone(zone);
    }
  }
}
