package io.github.tapvirtuous.standin.faults;

import io.github.tapvirtuous.standin.access.Traffic;
import io.github.tapvirtuous.table.TableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random faults, deletes, inserts and changes. Never more than two faults of a table in a row, so
 * that a tap that tries again gets through.
 */
public final class Chaos implements Schedule {
  private static final int MOST_IN_A_ROW = 2;
  private static final int FAULT_PERCENT = 8;
  private static final int CHANGE_PERCENT = 15;
  private static final Set<String> TABLES = Set.copyOf(TableMap.names());
  private static final List<Fault> FAULTS =
      List.of(
          Faults.status(500),
          Faults.status(503, "text/html", ""),
          Faults.status(520),
          Faults.html502(),
          Faults.reset(),
          Faults.closed(),
          Faults.resetInBody(),
          Faults.truncated(),
          Faults.empty200(),
          Faults.plainText200(),
          Faults.gzipGarbage(),
          PageFaults.listNull());

  private final Random random;
  private final Map<String, Integer> inARow = new HashMap<>();

  public Chaos(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public synchronized List<Fault> at(Traffic.Turn number, String table) {
    var faults = new ArrayList<Fault>();
    if (TABLES.contains(table) && random.nextInt(100) < CHANGE_PERCENT) {
      faults.add(change(table));
    }
    var before = inARow.getOrDefault(table, 0);
    var strikes = before < MOST_IN_A_ROW && random.nextInt(100) < FAULT_PERCENT;
    inARow.put(table, strikes ? before + 1 : 0);
    if (strikes) {
      faults.add(FAULTS.get(random.nextInt(FAULTS.size())));
    }
    return faults;
  }

  private Fault change(String table) {
    var choice = random.nextInt(4);
    var place = random.nextDouble();
    return DataFaults.change(
        "chaos",
        standIn -> {
          switch (choice) {
            case 0 -> standIn.insertLikeAnother(table);
            case 1 -> standIn.restoreAny(table);
            case 2 -> standIn.modifySome(table, 1);
            default -> standIn.deleteSome(table, place);
          }
        });
  }
}
