package io.github.tapvirtuous.config;

import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A validated configuration; the keys and their ranges are those of {@code config.schema.json}.
 *
 * @param reportFile where a sync writes what came of it
 */
public record TapConfig(
    Connection connection,
    Limits limits,
    Reading reading,
    Incremental incremental,
    Typing typing,
    WebhookConfig webhook,
    Optional<String> reportFile) {

  /** The same with no more requests than these. */
  public TapConfig atMost(int requests) {
    return new TapConfig(
        connection, limits.atMost(requests), reading, incremental, typing, webhook, reportFile);
  }

  /**
   * How Virtuous is reached.
   *
   * @param apiKey empty in a run that {@linkplain ConfigReader.Needs needs} none
   * @param baseUri ends with a slash, so that table paths resolve below it
   * @param requestTimeout for one try, the whole reply included
   */
  public record Connection(
      Secret apiKey,
      AuthScheme authScheme,
      URI baseUri,
      String userAgent,
      Duration requestTimeout) {}

  /**
   * How politely.
   *
   * @param maxConcurrentRequests requests in flight, 1 to 16
   * @param retryLimit tries for one request
   * @param retryDelay the pause between two tries
   * @param rateLimitReserve requests of the hourly quota that are left to others
   * @param maxRequests requests that the run may make; {@link Integer#MAX_VALUE} if nobody said
   */
  public record Limits(
      int maxConcurrentRequests,
      int retryLimit,
      Duration retryDelay,
      int rateLimitReserve,
      int maxRequests) {
    public boolean hasMaxRequests() {
      return maxRequests < Integer.MAX_VALUE;
    }

    Limits atMost(int requests) {
      return new Limits(
          maxConcurrentRequests,
          retryLimit,
          retryDelay,
          rateLimitReserve,
          Math.min(maxRequests, requests));
    }
  }

  /**
   * What is read.
   *
   * @param tables in the order of the config
   * @param pageSize rows per request, 2 (pages overlap by one row) to 1000
   * @param sampleSize rows sampled at each end of a table
   * @param includeArchived archived contacts too
   * @param resumeTtl the time since its last page after which an interrupted scan is started anew
   * @param hasVersions whether rows say by which whole read they are known, so that targets find
   *     out what is gone
   */
  public record Reading(
      List<Table> tables,
      int pageSize,
      int sampleSize,
      boolean includeArchived,
      Duration resumeTtl,
      boolean hasVersions) {
    public Reading {
      tables = List.copyOf(tables);
    }
  }

  /**
   * When changed rows alone are read.
   *
   * @param lookbackDays how far before its bookmark an incremental read begins
   * @param fullRefreshDays after which a table is read whole again; 0: every run reads all rows
   * @param fullRefresh names of tables that this run reads whole
   * @param startDate rows that were not modified since are not wanted; {@link Instant#EPOCH}: all
   *     are
   * @param undatedTables how tables without a modified date are read between two whole reads
   */
  public record Incremental(
      int lookbackDays,
      int fullRefreshDays,
      Set<String> fullRefresh,
      Instant startDate,
      UndatedTables undatedTables) {
    public Incremental {
      fullRefresh = Set.copyOf(fullRefresh);
    }

    public boolean hasStartDate() {
      return startDate.isAfter(Instant.EPOCH);
    }
  }

  /** What happens to values that do not fit. */
  public record Typing(SchemaDrift schemaDrift, TypeMismatch typeMismatch, DateTimes dateTimes) {}

  /** The word before the key in the {@code Authorization} header. */
  public enum AuthScheme {
    AUTO,
    BASIC,
    BEARER
  }

  /** What is read of tables without a modified date. */
  public enum UndatedTables {
    WHOLE,
    /** Rows with new keys alone. */
    NEW
  }

  /** What a field that the schema lacks causes. */
  public enum SchemaDrift {
    DROP,
    FAIL
  }

  /** What a value causes that its column cannot hold without loss. */
  public enum TypeMismatch {
    NULL,
    FAIL
  }
}
