package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.json.CleanJson;
import io.github.tapvirtuous.sync.DiscoveredTable;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.sync.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Singer's catalog: what discovery found, and what its reader then chose of it. */
public final class SingerCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(SingerCatalog.class);

  private SingerCatalog() {}

  /** Writes what discovery found, and warns of tables whose rows nobody saw. */
  public static void writeDiscovery(List<DiscoveredTable> found, OutputStream out) {
    warn(found.stream().filter(DiscoveredTable::hasFailed).toList());
    write(found.stream().map(DiscoveredTable::stream).toList(), out);
  }

  private static void warn(List<DiscoveredTable> failed) {
    failed.stream()
        .filter(DiscoveredTable::wasTried)
        .forEach(each -> LOG.warn("{} The catalog shows its built-in schema.", each.message()));
    var left = failed.stream().filter(each -> !each.wasTried());
    var names = left.map(each -> each.stream().stream()).collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      LOG.warn("{}: the network is away. The catalog shows their built-in schemas.", names);
    }
  }

  /**
   * Writes the streams, indented: Meltano takes no line beyond 64 KiB.
   *
   * @param out throws when a write fails; stays open
   */
  static void write(List<SelectedStream> streams, OutputStream out) {
    try {
      out.write(CleanJson.indented(toJson(streams)));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /**
   * Reads the file that {@code --catalog} names.
   *
   * @throws ConfigException when it cannot be read, is no catalog, or asks for what this tap does
   *     not do
   */
  public static Selection read(Path file) {
    return selection(CatalogFile.read(file));
  }

  static ObjectNode toJson(List<SelectedStream> streams) {
    var json = JsonNodeFactory.instance.objectNode();
    var list = json.putArray("streams");
    streams.stream().map(DiscoveredStream::toJson).forEach(list::add);
    return json;
  }

  static Selection selection(JsonNode catalog) {
    var entries = entries(catalog);
    rejectDoubles(entries);
    var selected =
        entries.stream().filter(CatalogEntry::isSelected).map(CatalogEntry::stream).toList();
    if (selected.isEmpty()) {
      LOG.warn(
          "The catalog selects no stream, so nothing is read. Set \"selected\": true in the"
              + " metadata of a stream whose \"breadcrumb\" is [].");
    }
    return new Selection(selected);
  }

  private static List<CatalogEntry> entries(JsonNode catalog) {
    var streams = catalog.path("streams");
    if (!catalog.isObject() || !streams.isArray()) {
      throw new ConfigException(
          catalog.isObject()
              ? "The catalog has no list named \"streams\"."
              : "The catalog is no JSON object.",
          CatalogFile.MAKE_ANEW);
    }
    var entries = new ArrayList<CatalogEntry>();
    for (var stream : streams) {
      entries.add(CatalogEntry.of(stream, entries.size() + 1));
    }
    return entries;
  }

  private static void rejectDoubles(List<CatalogEntry> entries) {
    var ids = new HashSet<String>();
    var names = new HashSet<String>();
    for (var entry : entries) {
      rejectDouble(ids, "tap_stream_id", entry.id());
      rejectDouble(names, "stream", entry.name());
    }
  }

  private static void rejectDouble(Set<String> seen, String property, String name) {
    if (!seen.add(name)) {
      throw new ConfigException(
          "The catalog has two streams with the " + property + " \"" + name + "\".",
          "Remove or rename one of them.");
    }
  }
}
