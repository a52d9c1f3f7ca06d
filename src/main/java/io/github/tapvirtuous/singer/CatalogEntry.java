package io.github.tapvirtuous.singer;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.sync.SelectedStream.Advice;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.JsonSchemas;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One element of a catalog's {@code streams}.
 *
 * @param id the table's name
 * @param name the stream's name in the output
 */
record CatalogEntry(String id, String name, JsonNode json, StreamMetadata metadata) {
  static final Advice ON_CATALOG_COLUMNS =
      new Advice("Make the catalog anew with --discover", "Widen these columns in the catalog");

  private static final Logger LOG = LoggerFactory.getLogger(CatalogEntry.class);

  /**
   * Reads either name where the other is missing.
   *
   * @param number from 1, for who has to find the entry
   */
  static CatalogEntry of(JsonNode json, int number) {
    var stream = json.path("stream").asString("");
    var id = json.path("tap_stream_id").asString("");
    if (stream.isEmpty() && id.isEmpty()) {
      throw new ConfigException(
          "Entry " + number + " of the catalog's \"streams\" has no \"tap_stream_id\".",
          "Name its table there, or remove the entry.");
    }
    var name = stream.isEmpty() ? id : stream;
    return new CatalogEntry(id.isEmpty() ? name : id, name, json, StreamMetadata.of(json, name));
  }

  boolean isSelected() {
    return metadata
        .inclusion(metadata.root())
        .or(this::explicitChoice)
        .or(() -> metadata.flag(metadata.root(), "selected-by-default"))
        .orElse(metadata.isEmpty());
  }

  /** Old catalogs say it outside the metadata, Meltano says it twice: one yes is enough. */
  private Optional<Boolean> explicitChoice() {
    return Stream.of(metadata.root(), json, json.path("schema"))
        .flatMap(place -> metadata.flag(place, "selected").stream())
        .reduce(Boolean::logicalOr);
  }

  /** What is read for this entry; its schema, not ours, is the contract. */
  SelectedStream stream() {
    var table = TableMap.named(id).orElseThrow(this::unknownTable);
    var given =
        JsonSchemas.fromJson(json.path("schema"), table.key())
            .orElseThrow(this::propertiesAreMissing);
    var all = FixedSettings.replicated(given, this, table);
    if (all.columns().stream().noneMatch(all::isKey)) {
      throw keyIsMissing(table);
    }
    mentionNestedChoices();
    var kept = all.columns().stream().filter(each -> isKept(all, each)).toList();
    var deselected =
        all.columns().stream()
            .filter(each -> !isKept(all, each))
            .map(Column::name)
            .collect(Collectors.toSet());
    var schema = new TableSchema(kept, table.key(), all.replicationKey());
    return new SelectedStream(name, table, schema, deselected, ON_CATALOG_COLUMNS);
  }

  private boolean isKept(TableSchema schema, Column column) {
    return schema.isAutomatic(column) || metadata.keeps(column.name());
  }

  private void mentionNestedChoices() {
    var ignored = metadata.nestedDeselections();
    if (ignored > 0) {
      LOG.warn(
          "Stream {}: {} nested field(s) are deselected in the catalog but read all the same:"
              + " only whole columns can be left out.",
          name,
          ignored);
    }
  }

  private ConfigException unknownTable() {
    return new ConfigException(
        "The catalog selects \"" + id + "\", a table that is not supported.",
        "Deselect it, or choose from: " + String.join(", ", TableMap.names()) + ".");
  }

  private ConfigException propertiesAreMissing() {
    return new ConfigException(
        "The catalog's schema of stream \"" + name + "\" has no \"properties\".",
        "Make the catalog anew with --discover.");
  }

  private ConfigException keyIsMissing(Table table) {
    return new ConfigException(
        "The schema of stream \""
            + name
            + "\" in the catalog lacks the key \""
            + table.key()
            + "\".",
        "Put it back under \"properties\", or make the catalog anew with --discover.");
  }
}
