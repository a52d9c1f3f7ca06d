package io.github.tapvirtuous.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the table map: what the tap knows of a table before it has seen a reply.
 *
 * @param name the stream's name, {@code [a-z_]+}
 * @param call how its pages are asked for
 * @param key the column that identifies a row; for value arrays the one that holds the value
 * @param indexes columns worth an index in a warehouse
 * @param webhook the events that tell of its changes
 * @param dates of the record itself
 * @param spellings fields that some replies spell in another way, with the column that they fill
 * @param detour where its rows can be had if they come without their key
 */
public record Table(
    String name,
    Call call,
    String key,
    List<String> indexes,
    Webhook webhook,
    Dates dates,
    Map<String, String> spellings,
    Optional<Detour> detour) {

  /**
   * How a table's pages are asked for.
   *
   * @param path below the base URL, without a leading slash
   * @param body what a POST sends; {@link Body#NONE} makes the call a GET
   * @param form of its rows
   */
  public record Call(String path, Body body, RowForm form) {
    public String method() {
      return body == Body.NONE ? "GET" : "POST";
    }
  }

  /** The request bodies that Virtuous knows. */
  public enum Body {
    NONE,
    /** {@code {"groups":[],"sortBy":"<key>","descending":"false"}}. */
    QUERY,
    /** A query body that may also ask for archived rows. */
    QUERY_WITH_ARCHIVED,
    /** A query body with {@code "search":""}, or {@code {"search":""}} alone. */
    SEARCH
  }

  /** The forms in which rows come. */
  public enum RowForm {
    /** JSON objects, paged. */
    OBJECTS,
    /** Bare text values: one reply holds them all. */
    VALUES,
    /** One JSON object, with nothing around it. */
    ALONE
  }

  /**
   * The events that tell of a table's changes.
   *
   * @param rootObject the payload's key that holds the row, {@code ""} without events
   * @param events switch names such as {@code giftCreate}
   */
  public record Webhook(String rootObject, List<String> events) {
    static final Webhook NONE = new Webhook("", List.of());

    public Webhook {
      events = List.copyOf(events);
    }
  }

  /**
   * The fields in which a record says when it was changed.
   *
   * @param modified the last time, {@code ""} where no field says it
   * @param created likewise
   */
  public record Dates(String modified, String created) {
    static final Dates NONE = new Dates("", "");
  }

  /**
   * Another way to the rows of a table: below each row of another one.
   *
   * @param parents the other one; its key is a field of the rows
   * @param path of a GET, behind which the key of one parent stands
   * @param largestPage the most rows that one request may ask for
   * @param dates as they are spelled there
   */
  public record Detour(Table parents, String path, int largestPage, Dates dates) {}

  public Table {
    indexes = List.copyOf(indexes);
    spellings = Map.copyOf(spellings);
  }

  static Table query(String name, String path) {
    return of(name, new Call(path, Body.QUERY, RowForm.OBJECTS));
  }

  static Table search(String name, String path) {
    return of(name, new Call(path, Body.SEARCH, RowForm.OBJECTS));
  }

  static Table list(String name, String path) {
    return of(name, new Call(path, Body.NONE, RowForm.OBJECTS));
  }

  static Table values(String name, String path) {
    return of(name, new Call(path, Body.NONE, RowForm.VALUES));
  }

  private static Table of(String name, Call call) {
    return new Table(
        name, call, "id", List.of(), Webhook.NONE, Dates.NONE, Map.of(), Optional.empty());
  }

  Table key(String column) {
    return new Table(name, call, column, indexes, webhook, dates, spellings, detour);
  }

  Table indexes(String... columns) {
    return new Table(name, call, key, List.of(columns), webhook, dates, spellings, detour);
  }

  Table webhook(String rootObject, String... events) {
    var subscribed = new Webhook(rootObject, List.of(events));
    return new Table(name, call, key, indexes, subscribed, dates, spellings, detour);
  }

  Table dated(String modified, String created) {
    var fields = new Dates(modified, created);
    return new Table(name, call, key, indexes, webhook, fields, spellings, detour);
  }

  Table spelling(String field, String column) {
    return new Table(name, call, key, indexes, webhook, dates, Map.of(field, column), detour);
  }

  /** Reached by another way, too: by a path behind which the key of one of those stands. */
  Table below(Table parents, String path, int largestPage, Dates spelled) {
    var way = Optional.of(new Detour(parents, path, largestPage, spelled));
    return new Table(name, call, key, indexes, webhook, dates, spellings, way);
  }

  Table archivable() {
    var withArchived = new Call(call.path(), Body.QUERY_WITH_ARCHIVED, call.form());
    return new Table(name, withArchived, key, indexes, webhook, dates, spellings, detour);
  }

  /** The same rows by their {@link Detour}, whichever parent they are below. */
  public Table detoured() {
    return by("");
  }

  /** The rows below one parent. */
  public Table below(long parent) {
    return by(Long.toString(parent));
  }

  /** One row, asked for by its key: below the name of what the table holds. */
  public Table alone(long row) {
    var resource = call.path().substring(0, call.path().indexOf("/Query"));
    var one = new Call(resource + "/" + row, Body.NONE, RowForm.ALONE);
    return new Table(name, one, key, indexes, webhook, dates, spellings, detour);
  }

  private Table by(String parent) {
    var way = detour.orElseThrow();
    var below = new Call(way.path() + parent, Body.NONE, RowForm.OBJECTS);
    return new Table(name, below, key, indexes, webhook, way.dates(), spellings, detour);
  }

  /** Whether this is the detour, and no table of the map. */
  public boolean isDetoured() {
    return detour.filter(way -> call.path().startsWith(way.path())).isPresent();
  }

  /** The record's own time of last change, {@code ""} where it has none. */
  public String modifiedField() {
    return dates.modified();
  }

  /** The field by which changed rows may be asked for, if there is any. */
  public Optional<String> replicationKey() {
    return Optional.of(modifiedField()).filter(field -> !field.isEmpty() && isQueried());
  }

  /** Whether its rows can be asked for by conditions. */
  public boolean isQueried() {
    return call.body() == Body.QUERY || call.body() == Body.QUERY_WITH_ARCHIVED;
  }

  /** The column that a field of a reply fills. */
  String column(String field) {
    return spellings.getOrDefault(field, field);
  }

  /** Whether its newest rows can be asked for: the order stands in the body of a query. */
  public boolean canDescend() {
    return call.body() != Body.NONE;
  }

  /** Whether Virtuous tells of its changes. */
  public boolean hasEvents() {
    return !webhook.events().isEmpty();
  }

  /** Whether archived rows come only if they are asked for. */
  public boolean hidesArchived() {
    return call.body() == Body.QUERY_WITH_ARCHIVED;
  }

  /** Whether a reply holds some of its rows, and not all that there are of what was asked for. */
  public boolean isPaged() {
    return call.form() == RowForm.OBJECTS;
  }

  /** Whether it is one row of a table. */
  public boolean isAlone() {
    return call.form() == RowForm.ALONE;
  }

  /** Whether rows are bare values instead of objects. */
  public boolean isValueArray() {
    return call.form() == RowForm.VALUES;
  }
}
