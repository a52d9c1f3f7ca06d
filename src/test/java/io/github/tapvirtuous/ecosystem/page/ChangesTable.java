package io.github.tapvirtuous.ecosystem.page;

import io.github.tapvirtuous.ecosystem.Orchestrator;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.standin.StandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What each target makes of each {@link Change}. */
final class ChangesTable {
  private static final String TABLE = "gifts";
  private static final int BATCH_ROWS = 1000;

  private final Path folder;
  private final List<Column> columns = new ArrayList<>();

  /** What came of the changes in one target. */
  private record Column(String target, List<String> cells) {}

  ChangesTable(Path folder) {
    this.folder = folder;
  }

  /** Tries all changes together, and each alone if that does not end well. */
  void add(Target.Maker maker) throws Exception {
    var all = tried(maker, Change.ALL);
    var cells = new ArrayList<String>();
    for (var change : Change.ALL) {
      var stored = all.isPresent() ? all : tried(maker, List.of(change));
      cells.add(stored.map(target -> stored(target, change)).orElse("**the run fails**"));
    }
    columns.add(new Column(maker.in(folder, BATCH_ROWS).name(), cells));
  }

  /** The target after the changes, unless they were too much for it. */
  private Optional<Target> tried(Target.Maker maker, List<Change> changes) throws Exception {
    var place = Files.createTempDirectory(folder, "changes");
    var target = maker.in(place, BATCH_ROWS);
    var virtuous = StandIn.builder().rows(TABLE, Change.before(changes)).build();
    try (var orchestrator = new Orchestrator(place, virtuous, target, TABLE)) {
      orchestrator.discover().run();
      virtuous.delete(TABLE, Change.KEY);
      virtuous.insert(TABLE, Change.after(changes));
      var ended = orchestrator.discover().tryToRun();
      return ended.reader().exitCode() == 0 ? Optional.of(target) : Optional.empty();
    }
  }

  /** The columns that the field was in before, and is now. */
  private static String stored(Target target, Change change) {
    var types = target.columnTypes(TABLE);
    var columns =
        row(target)
            .propertyStream()
            .filter(each -> each.getKey().startsWith(target.columnName(change.field())))
            .map(
                each ->
                    column(each.getKey(), types.getOrDefault(each.getKey(), ""), each.getValue()))
            .collect(Collectors.joining("<br>"));
    return columns.isEmpty() ? "gone" : columns;
  }

  private static JsonNode row(Target target) {
    return target.rows(TABLE).stream().reduce((older, newer) -> newer).orElseThrow();
  }

  private static String column(String name, String type, JsonNode value) {
    var untimed = name.replaceAll("[0-9]{8}_[0-9]{4}", "<time>");
    return Cells.code(untimed + " " + type) + " " + Cells.code(value);
  }

  @Override
  public String toString() {
    var head = Cells.head("between two runs", columns.stream().map(Column::target).toList());
    return IntStream.range(0, Change.ALL.size())
        .mapToObj(
            place ->
                Cells.line(
                    Change.ALL.get(place).name(),
                    columns.stream().map(column -> column.cells().get(place)).toList()))
        .collect(Collectors.joining("\n", head + "\n", "\n"));
  }
}
