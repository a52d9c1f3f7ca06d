package io.github.tapvirtuous.reliability.history;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.sync.Extraction;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.sync.Selection;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.testing.NoWebhooks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What a user has written into config and catalog, and changes now and then. */
final class Wishes {
  private final Random random;
  private final boolean hasCatalog;
  private final int lookbackDays;
  private final int fullRefreshDays;
  private final boolean likesVersions;
  private final List<String> allTables;
  private List<String> tables;
  private Set<String> fullRefresh = Set.of();
  private Set<String> fullTable = Set.of();
  private boolean wantsRare;
  private int maxRequests = Integer.MAX_VALUE;
  private boolean wantsVersions;
  private Instant startDate;

  Wishes(Random random, List<String> allTables) {
    this.random = random;
    this.allTables = allTables;
    this.tables = allTables;
    hasCatalog = random.nextBoolean();
    startDate = startDate();
    lookbackDays = random.nextInt(3);
    fullRefreshDays = random.nextInt(20) == 0 ? 0 : 8 + random.nextInt(25);
    likesVersions = random.nextInt(3) == 0;
  }

  /** Before another run. */
  void vary() {
    tables = random.nextInt(4) == 0 ? some(allTables) : allTables;
    wantsRare ^= random.nextInt(5) == 0;
    fullTable = random.nextInt(8) == 0 ? Set.copyOf(some(allTables)) : Set.of();
    fullRefresh = random.nextInt(12) == 0 ? Set.copyOf(some(allTables)) : Set.of();
    maxRequests = random.nextInt(6) == 0 ? 3 + random.nextInt(25) : Integer.MAX_VALUE;
    wantsVersions = likesVersions && random.nextInt(8) > 0;
    startDate = random.nextInt(4) == 0 ? startDate() : startDate;
  }

  /** None at all, every other time. */
  private Instant startDate() {
    return random.nextBoolean()
        ? Instant.EPOCH
        : Account.START.minus(Duration.ofHours(random.nextInt(Account.OLDEST_DAYS * 24)));
  }

  private List<String> some(List<String> names) {
    var left = new ArrayList<>(names);
    left.remove(random.nextInt(left.size()));
    return List.copyOf(left);
  }

  /** Everything, wholly and without limits. */
  void all() {
    tables = allTables;
    fullRefresh = Set.copyOf(tables);
    fullTable = Set.of();
    maxRequests = Integer.MAX_VALUE;
    wantsVersions = likesVersions;
    startDate = Instant.EPOCH;
  }

  boolean wantVersions() {
    return wantsVersions;
  }

  /** Since when all rows are wanted that were modified. */
  Instant since() {
    return startDate;
  }

  List<String> tables() {
    return tables;
  }

  TapConfig config(URI baseUri) {
    return new TapConfig(
        new TapConfig.Connection(
            new Secret("demo-key"),
            TapConfig.AuthScheme.BASIC,
            baseUri,
            "histories",
            Duration.ofSeconds(60)),
        new TapConfig.Limits(1 + random.nextInt(4), 3, Duration.ZERO, 0, maxRequests),
        new TapConfig.Reading(
            named(tables), 4 + random.nextInt(5), 5, false, Duration.ofHours(24), wantsVersions),
        new TapConfig.Incremental(
            lookbackDays, fullRefreshDays, fullRefresh, startDate, TapConfig.UndatedTables.WHOLE),
        new TapConfig.Typing(
            TapConfig.SchemaDrift.DROP, TapConfig.TypeMismatch.NULL, DateTimes.TIMESTAMP),
        NoWebhooks.CONFIG,
        Optional.empty());
  }

  private static List<Table> named(List<String> names) {
    return names.stream().map(name -> TableMap.named(name).orElseThrow()).toList();
  }

  void read(Extraction extraction) {
    if (hasCatalog) {
      extraction.selected(new Selection(named(tables).stream().map(this::selected).toList()));
    } else {
      extraction.discovered(named(tables));
    }
  }

  private SelectedStream selected(Table table) {
    var stream = SelectedStream.of(table, schema());
    return fullTable.contains(table.name())
        ? new SelectedStream(table.name(), table, schema(), stream.deselected(), stream.advice())
        : stream;
  }

  private TableSchema schema() {
    var columns = new ArrayList<Column>();
    columns.add(new Column("id", FieldType.INTEGER));
    columns.add(new Column("createDateTimeUtc", FieldType.TIMESTAMP));
    columns.add(new Column("modifiedDateTimeUtc", FieldType.TIMESTAMP));
    columns.add(new Column(Content.NOTE, FieldType.STRING));
    columns.add(new Column(Content.COMPUTED, FieldType.INTEGER));
    if (wantsRare) {
      columns.add(new Column(Content.RARE, FieldType.INTEGER));
    }
    return new TableSchema(columns, "id");
  }

  @Override
  public String toString() {
    return (hasCatalog ? "catalog " : "no catalog ")
        + tables
        + (wantsRare ? " rare" : "")
        + (fullTable.isEmpty() ? "" : " FULL_TABLE " + fullTable)
        + (startDate.equals(Instant.EPOCH) ? "" : " start_date " + startDate)
        + (fullRefresh.isEmpty() ? "" : " full_refresh " + fullRefresh)
        + (wantsVersions ? " versions" : "")
        + (maxRequests == Integer.MAX_VALUE ? "" : " max_requests " + maxRequests);
  }
}
