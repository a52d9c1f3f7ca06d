package io.github.tapvirtuous.config;

import static java.util.stream.Collectors.toSet;

import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.config.TapConfig.Connection;
import io.github.tapvirtuous.config.TapConfig.Incremental;
import io.github.tapvirtuous.config.TapConfig.Limits;
import io.github.tapvirtuous.config.TapConfig.Reading;
import io.github.tapvirtuous.config.TapConfig.SchemaDrift;
import io.github.tapvirtuous.config.TapConfig.TypeMismatch;
import io.github.tapvirtuous.config.TapConfig.Typing;
import io.github.tapvirtuous.config.TapConfig.UndatedTables;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.text.InstantText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings without a problem in them, and defaults for those that are not set.
 *
 * @param given what the user set
 * @param apiKey {@link Secret#NONE} for a run that needs none
 * @param webhookSecrets empty for a run that needs none
 * @param schema where the defaults stand
 */
record CheckedSettings(
    ObjectNode given, Secret apiKey, List<Secret> webhookSecrets, SettingsSchema schema) {
  CheckedSettings {
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  TapConfig toConfig() {
    return new TapConfig(
        connection(),
        limits(),
        reading(),
        incremental(),
        typing(),
        webhook(),
        value("report_file").stringValueOpt());
  }

  private Connection connection() {
    return new Connection(
        apiKey,
        choice(AuthScheme.class, "auth_scheme"),
        Address.withSlash(value("base_url").stringValue()),
        value("user_agent").asString("tap-virtuous/" + Version.current()),
        Duration.ofSeconds(number("request_timeout")));
  }

  private Limits limits() {
    return new Limits(
        number("max_concurrent_requests"),
        number("retry_limit"),
        Duration.ofSeconds(number("retry_delay")),
        number("rate_limit_reserve"),
        value("max_requests").asInt(Integer.MAX_VALUE));
  }

  private Reading reading() {
    return new Reading(
        TableNames.of(value("tables")),
        number("page_size"),
        number("sample_size"),
        value("include_archived").booleanValue(),
        Duration.ofHours(number("resume_ttl")),
        value("emit_activate_version_messages").booleanValue());
  }

  private Incremental incremental() {
    var names = value("full_refresh").valueStream().map(JsonNode::stringValue);
    return new Incremental(
        number("lookback_days"),
        number("full_refresh_days"),
        names.collect(toSet()),
        startDate(),
        choice(UndatedTables.class, "undated_tables"));
  }

  /** Nobody has changed a row before 1970: since then it is all of them, as without it. */
  private Instant startDate() {
    return InstantText.read(value("start_date").asString(""))
        .filter(time -> time.isAfter(Instant.EPOCH))
        .orElse(Instant.EPOCH);
  }

  private Typing typing() {
    return new Typing(
        choice(SchemaDrift.class, "schema_drift"),
        choice(TypeMismatch.class, "type_mismatch"),
        choice(DateTimes.class, "date_times"));
  }

  private WebhookConfig webhook() {
    return new WebhookConfig(
        value("webhook.url").stringValueOpt().map(URI::create),
        value("webhook.inbox").stringValueOpt().map(Secret::new),
        webhookSecrets,
        Duration.ofDays(number("webhook.keep_days")),
        value("webhook.signature_header").stringValueOpt(),
        choice(WebhookConfig.Mode.class, "webhook.mode"),
        value("webhook.only").booleanValue());
  }

  private int number(String key) {
    return value(key).intValue();
  }

  private <E extends Enum<E>> E choice(Class<E> choices, String key) {
    return Enum.valueOf(choices, value(key).stringValue().toUpperCase(Locale.ROOT));
  }

  /**
   * What is set, else the default: missing where there is neither.
   *
   * @param key with dots, such as {@code webhook.inbox}
   */
  JsonNode value(String key) {
    return schema.setting(key).orElseThrow().inOrDefault(given);
  }
}
