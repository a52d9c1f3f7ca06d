package io.github.tapvirtuous.testing.webhook;

import io.github.tapvirtuous.testing.TapProcess;
import io.github.tapvirtuous.testing.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The built program that takes events, as a process with its files in a folder. */
public final class ReceiverProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  private final ChildProcess process;
  private final String greeting;

  private ReceiverProcess(ChildProcess process, String greeting) {
    this.process = process;
    this.greeting = greeting;
  }

  /** One that has said where it listens. */
  public static ReceiverProcess start(Path folder, String inbox, String... more)
      throws IOException {
    var temporary = Files.createDirectories(folder.resolve("tmp"));
    var config = Files.writeString(folder.resolve("config.json"), "{}");
    var secret = Files.writeString(folder.resolve("secret"), GiftEvents.SECRET + "\n");
    var arguments = new ArrayList<>(List.of("webhook", "receive", "--config", config.toString()));
    arguments.addAll(List.of("--listen", "127.0.0.1:0", "--path", GiftEvents.PATH));
    arguments.addAll(List.of("--secret-file", secret.toString()));
    arguments.addAll(List.of(more));
    var process =
        TapProcess.of(arguments.toArray(String[]::new))
            .with("TAP_VIRTUOUS_WEBHOOK_INBOX", inbox)
            .with("JAVA_OPTS", "'-Djava.io.tmpdir=" + temporary + "'")
            .mixed()
            .start();
    return new ReceiverProcess(process, process.lineWith("Takes events at"));
  }

  public ChildProcess process() {
    return process;
  }

  /** The line that it says on its start. */
  public String greeting() {
    return greeting;
  }

  public int port() {
    return Integer.parseInt(PORT.matcher(greeting).results().findFirst().orElseThrow().group(1));
  }

  public HookReply post(long gift) throws IOException {
    return HookConnection.once(port(), GiftEvents.request(GiftEvents.body(gift)));
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
