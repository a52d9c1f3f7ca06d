package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a day costs on which one gift in a hundred changed. All days are today: as on the fifth of
 * five real ones, the last run looks back at what all of them changed.
 */
final class ChangesScenario implements Scenario {
  private static final int GIFTS = 1_000_000;
  private static final int CHANGED = GIFTS / 100;
  private static final int DAYS = 5;
  private static final int PAGE = 1000;
  private static final int MOST_REQUESTS = 55;
  private static final Pattern REPORT =
      Pattern.compile("gifts: verified: rows (\\d+).*requests (\\d+).*read modified since");

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public String what() {
    return "1,000,000 gifts, 1000 a page, the fifth day on which 1 % changed";
  }

  @Override
  public List<Figure> figures(Path work) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(GIFTS, List.of())) {
      var sync = new Sync(name(), GIFTS).config("page_size", PAGE);
      var command = sync.prepared(standIn, Installation.built(), work);
      var state = Files.createFile(work.resolve("changes-state.json"));
      run(command, state, work);
      for (int day = 1; day < DAYS; day++) {
        standIn.modify("gifts", CHANGED);
        run(command, state, work);
      }
      standIn.modify("gifts", CHANGED);
      var start = System.nanoTime();
      var log = run(command, state, work);
      return figures((System.nanoTime() - start) / 1e9, log);
    }
  }

  private static List<Figure> figures(double seconds, String log) throws IOException {
    var report = REPORT.matcher(log);
    if (!report.find()) {
      throw new IOException("The last run was no incremental one: " + log);
    }
    return List.of(
        Figure.atMost(MOST_REQUESTS, "requests", "%.0f", Integer.parseInt(report.group(2))),
        Figure.of("rows", "%,d", Integer.parseInt(report.group(1))),
        Figure.of("seconds, whole run", "%.2f", seconds));
  }

  /** Goes on from the state, and leaves the next one. */
  private static String run(List<String> command, Path state, Path work)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(command);
    all.addAll(List.of("--state", state.toString()));
    var next = work.resolve("changes-next.json");
    var quoted = all.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    var ran = Launch.of(List.of("sh", "-c", quoted + " | tail -n 1 > '" + next + "'")).run();
    Files.copy(next, state, StandardCopyOption.REPLACE_EXISTING);
    return ran.err();
  }
}
