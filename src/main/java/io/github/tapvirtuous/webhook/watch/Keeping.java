package io.github.tapvirtuous.webhook.watch;

import io.github.tapvirtuous.table.Table;
import java.time.Duration;
import java.util.List;

/**
 * Which events stay until they are asked for.
 *
 * @param selected tables that a sync asks for
 * @param others how long events of other tables are kept
 */
public record Keeping(List<Table> selected, Duration others) {
  public Keeping {
    selected = List.copyOf(selected);
  }
}
