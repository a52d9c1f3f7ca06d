package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pages of a sync of gifts, merely fetched: each overlaps the one before by a row. */
final class Curl {
  static final String QUERY = "{\"groups\":[],\"sortBy\":\"id\",\"descending\":\"false\"}";
  private static final int PAGE = 250;

  private Curl() {}

  /** Throws where there is no curl, before anything is measured. */
  static void expect() throws IOException, InterruptedException {
    Launch.of(Path.of("curl"), "--version").run();
  }

  static Timed fetch(int gifts, int inFlight, StandInProcess standIn, Path work)
      throws IOException, InterruptedException {
    var list = work.resolve("curl-urls");
    Files.writeString(
        list,
        skips(gifts)
            .mapToObj(skip -> "Gift/Query/FullGift?skip=" + skip + "&take=" + PAGE)
            .map(page -> "url = \"" + standIn.baseUri().resolve(page) + "\"\n")
            .map(url -> url + "output = /dev/null\n")
            .collect(Collectors.joining()));
    return Timed.run(command(list, inFlight), "", work.resolve("curl.log"));
  }

  static int pages(int gifts) {
    return (int) skips(gifts).count();
  }

  private static IntStream skips(int gifts) {
    return IntStream.iterate(0, skip -> skip == 0 || skip < gifts - 1, skip -> skip + PAGE - 1);
  }

  private static List<String> command(Path urls, int inFlight) {
    return List.of(
        "curl",
        "--silent",
        "--fail",
        "--parallel",
        "--parallel-max",
        Integer.toString(inFlight),
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
