package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.process.ChildProcess;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    return serving("gifts=" + gifts, options);
  }

  /** Serves so many short rows: {@code gifts=1000,contacts=20}. */
  static StandInProcess serving(String rows, List<String> options) throws IOException {
    var arguments = new ArrayList<>(List.of("--short", "--rows", rows));
    arguments.addAll(options);
    var process =
        Launch.main(StandInServer.class, arguments.toArray(String[]::new)).mixed().start();
    var greeting = process.lineWith("http://");
    var address = ADDRESS.matcher(greeting).results().findFirst().orElseThrow().group();
    return new StandInProcess(process, URI.create(address));
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

  /** Changes so many rows, as people would. */
  void modify(String table, int count) throws IOException, InterruptedException {
    control("modify", table, count);
  }

  /** Adds so many rows, as people would. */
  void insert(String table, int count) throws IOException, InterruptedException {
    control("insert", table, count);
  }

  /** The keys of all rows of a table. */
  List<Long> keys(String table) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(baseUri.resolve("/_truth")).build();
    var truth = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return JsonMapper.shared()
        .readTree(truth)
        .path(table)
        .path("always")
        .valueStream()
        .map(JsonNode::asLong)
        .toList();
  }

  private void control(String verb, String table, int count)
      throws IOException, InterruptedException {
    var uri = baseUri.resolve("/_control/" + verb + "?table=" + table + "&count=" + count);
    var request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build();
    var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (reply.statusCode() != 200) {
      throw new IOException("The stand-in changes nothing: " + reply.body());
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
