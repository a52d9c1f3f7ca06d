package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.Installation;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A stand-in that has a process, and so processor time, of its own. */
final class StandInProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+/api/");
  private static final int SAMPLE = 250;

  private final ChildProcess process;
  private final URI baseUri;

  private StandInProcess(ChildProcess process, URI baseUri) {
    this.process = process;
    this.baseUri = baseUri;
  }

  /** Serves so many gifts of 1.6 KB. */
  static StandInProcess serving(int gifts, List<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-cp", classPath(), StandInServer.class.getName()));
    command.addAll(List.of("--short", "--rows", "gifts=" + gifts));
    command.addAll(options);
    var child = ChildProcess.start(new ProcessBuilder(command));
    return new StandInProcess(child, address(child.process()));
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Path.of("target", "test-classes").toString(),
        Installation.built().jar().toString());
  }

  private static URI address(Process process) throws IOException {
    var stream = new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8);
    var said = new BufferedReader(stream).readLine();
    var address = ADDRESS.matcher(said == null ? "" : said);
    if (!address.find()) {
      throw new IOException("The stand-in does not start: " + said);
    }
    return URI.create(address.group());
  }

  URI baseUri() {
    return baseUri;
  }

  /** The bytes of a gift, measured in a page. */
  double bytesOfGift() throws IOException, InterruptedException {
    var uri = baseUri.resolve("Gift/Query/FullGift?skip=0&take=" + SAMPLE);
    var request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Basic demo-key")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Curl.QUERY))
            .build();
    var page = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    return (double) page.body().length / SAMPLE;
  }

  @Override
  public void close() {
    process.close();
  }
}
