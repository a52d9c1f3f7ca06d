package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same pages, merely fetched: what the stand-in and this machine are able to. */
record CurlScenario(String name, String what, int gifts) implements Scenario {
  static final String QUERY = "{\"groups\":[],\"sortBy\":\"id\",\"descending\":\"false\"}";
  private static final int PAGE = 250;

  @Override
  public void measure(Path work, PrintStream out) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(gifts, List.of())) {
      var urls = work.resolve("curl-urls");
      Files.writeString(urls, urls(standIn));
      var took = Timed.run(command(urls), "", work.resolve("curl.log"));
      SyncScenario.line(out, "records a second", "%,.0f", gifts / (took.wall().toNanos() / 1e9));
      SyncScenario.line(out, "seconds", "%.2f", took.wall().toNanos() / 1e9);
    }
  }

  private String urls(StandInProcess standIn) {
    return IntStream.iterate(0, skip -> skip < gifts, skip -> skip + PAGE)
        .mapToObj(skip -> "Gift/Query/FullGift?skip=" + skip + "&take=" + PAGE)
        .map(page -> "url = \"" + standIn.baseUri().resolve(page) + "\"\noutput = /dev/null\n")
        .collect(Collectors.joining());
  }

  private static List<String> command(Path urls) {
    return List.of(
        "curl",
        "--silent",
        "--fail",
        "--parallel",
        "--parallel-max",
        "4",
        "--data",
        QUERY,
        "--header",
        "Authorization: Basic demo-key",
        "--header",
        "Content-Type: application/json",
        "--config",
        urls.toString());
  }
}
