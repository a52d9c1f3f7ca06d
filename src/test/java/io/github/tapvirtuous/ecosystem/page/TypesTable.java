package io.github.tapvirtuous.ecosystem.page;

import io.github.tapvirtuous.ecosystem.Orchestrator;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.ecosystem.truth.Cell;
import io.github.tapvirtuous.standin.StandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What each target makes of each {@link Specimen}. */
final class TypesTable {
  private static final String TABLE = "gifts";
  private static final int BATCH_ROWS = 1000;

  private final Path folder;
  private final List<Column> columns = new ArrayList<>();

  TypesTable(Path folder) {
    this.folder = folder;
  }

  /** What came of the specimens in one target. */
  private record Column(String target, Function<Kind, String> types, List<Cell> cells) {
    String type(Kind kind) {
      return Cells.code(types.apply(kind));
    }

    String stored(Specimen specimen) {
      return cell(specimen)
          .map(cell -> cell.isAsSent() ? "as sent" : Cells.code(cell.found()))
          .orElse("**lost**");
    }

    String sent(Specimen specimen) {
      var cell = cell(specimen).orElseThrow();
      return cell.owed().equals(cell.source()) ? "the same" : Cells.code(cell.owed());
    }

    private Optional<Cell> cell(Specimen specimen) {
      var key = Integer.toString(specimen.key());
      return cells.stream()
          .filter(cell -> cell.key().equals(key) && cell.column().equals(specimen.kind().field()))
          .findFirst();
    }
  }

  void add(Target.Maker maker) throws Exception {
    var place = Files.createTempDirectory(folder, "types");
    var target = maker.in(place, BATCH_ROWS);
    var rows = Specimen.ALL.stream().map(Specimen::row).toArray(String[]::new);
    var virtuous = StandIn.builder().rows(TABLE, rows).build();
    try (var orchestrator = new Orchestrator(place, virtuous, target, TABLE)) {
      orchestrator.discover().run();
      columns.add(new Column(target.name(), types(target), orchestrator.comparison().cells()));
    }
  }

  private static Function<Kind, String> types(Target target) {
    var types = Map.copyOf(target.columnTypes(TABLE));
    return kind -> types.getOrDefault(target.columnName(kind.field()), "none");
  }

  @Override
  public String toString() {
    var lines = new ArrayList<String>();
    lines.add(Cells.head("Virtuous has", line("the tap sends", Column::target)));
    for (var kind : Kind.values()) {
      lines.add(Cells.line("**" + kind + "**", line("", column -> column.type(kind))));
      Specimen.ALL.stream().filter(each -> each.kind() == kind).map(this::line).forEach(lines::add);
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(Specimen specimen) {
    var sent = columns.get(0).sent(specimen);
    var cells = line(sent, column -> column.stored(specimen));
    return Cells.line(Cells.code(specimen.json()), cells);
  }

  private List<String> line(String first, Function<Column, String> others) {
    return Stream.concat(Stream.of(first), columns.stream().map(others)).toList();
  }
}
