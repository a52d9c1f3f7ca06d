package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs that each go on from the state of the one before. All days are today: as on the fifth of
 * five real ones, the last run looks back at what all of them changed.
 */
final class Days {
  private final List<String> command;
  private final Path state;
  private final Path next;

  private Days(List<String> command, Path state, Path next) {
    this.command = command;
    this.state = state;
    this.next = next;
  }

  static Days of(Sync sync, StandInProcess standIn, Path work)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(sync.prepared(standIn, Installation.built(), work));
    var state = work.resolve(sync.name() + "-state.json");
    Files.writeString(state, "");
    command.addAll(List.of("--state", state.toString()));
    return new Days(command, state, work.resolve(sync.name() + "-next.json"));
  }

  /** Leaves the next state. */
  Day run() throws IOException, InterruptedException {
    var quoted = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    var start = System.nanoTime();
    var ran = Launch.of(List.of("sh", "-c", quoted + " | tail -n 1 > '" + next + "'")).run();
    var seconds = (System.nanoTime() - start) / 1e9;
    Files.copy(next, state, StandardCopyOption.REPLACE_EXISTING);
    return Day.of(seconds, ran.err());
  }
}
