package io.github.tapvirtuous.config;

import io.github.tapvirtuous.config.source.ConfigFile;
import io.github.tapvirtuous.config.source.EnvironmentSettings;
import io.github.tapvirtuous.config.source.SchemaCheck;
import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsJson;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.config.source.UnknownKeys;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.json.JsonKind;
import io.github.tapvirtuous.text.InstantText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what {@code --config} names into a config that can be relied on. */
public final class ConfigReader {
  private static final String ENVIRONMENT = "ENV";

  /** {@code jdbc:mysql:}, {@code postgres://}: what is taken for the path of a file elsewhere. */
  private static final Pattern OTHER_DATABASE =
      Pattern.compile("jdbc:(?!postgresql:)|\\w{2,}://", Pattern.CASE_INSENSITIVE);

  private final SettingsSchema schema;
  private final Needs needs;
  private final Problems problems = new Problems();
  private final SecretTexts secrets;

  /** What a run cannot do without. */
  public enum Needs {
    /** It calls Virtuous. */
    API_KEY,

    /** It never does, but is told by it: needs no key, but what its events are signed by. */
    WEBHOOK_SECRETS,

    /** Neither: a secret that is there is hidden, and not even looked at. */
    NOTHING
  }

  ConfigReader(SettingsSchema schema, Needs needs, Consumer<Secret> hide) {
    this.schema = schema;
    this.needs = needs;
    this.secrets = new SecretTexts(schema, hide);
  }

  /**
   * Later files win over earlier ones, the environment over all files.
   *
   * @param sources paths, or {@code ENV} for the environment
   * @param environment settings are taken from it only if a source says so
   * @param needs what has to be set
   * @param hide told of every secret before anything is said
   * @throws ConfigException with everything that is wrong, each with its fix
   */
  public static TapConfig read(
      List<String> sources, Map<String, String> environment, Needs needs, Consumer<Secret> hide) {
    return new ConfigReader(SettingsSchema.load(), needs, hide)
        .settings(sources, environment)
        .toConfig();
  }

  /** Whether an object looks like a config, of which nothing must be shown. */
  public static boolean mayHoldSecret(ObjectNode object) {
    return SettingsSchema.load().settings().stream()
        .filter(Setting::isSecret)
        .anyMatch(setting -> !setting.in(object).isMissingNode());
  }

  CheckedSettings settings(List<String> sources, Map<String, String> environment) {
    secrets.learn(environment);
    var settings = inFiles(sources);
    var filesAreGood = problems.isEmpty();
    var variables = new EnvironmentSettings(schema, problems);
    if (sources.contains(ENVIRONMENT)) {
      lay(settings, variables.read(environment));
    }
    if (!filesAreGood) {
      problems.throwIfAny(); // what the lost files held would be called missing
    }
    SettingsJson.dropNulls(settings);
    var unknown = new SchemaCheck(schema, problems).check(settings);
    check(settings);
    var key = needs == Needs.API_KEY ? apiKey(settings) : Optional.<Secret>empty();
    var signing = needs == Needs.WEBHOOK_SECRETS ? webhookSecrets(settings) : List.<Secret>of();
    if (sources.contains(ENVIRONMENT)) {
      variables.tell(environment);
    }
    UnknownKeys.warn(schema, unknown);
    problems.throwIfAny();
    return new CheckedSettings(settings, key.orElse(Secret.NONE), signing, schema);
  }

  private ObjectNode inFiles(List<String> sources) {
    var settings = SettingsJson.MAPPER.createObjectNode();
    sources.stream()
        .filter(source -> !source.equals(ENVIRONMENT))
        .forEach(file -> lay(settings, ConfigFile.read(file, problems)));
    return settings;
  }

  private void lay(ObjectNode settings, ObjectNode above) {
    secrets.learn(above);
    SecretPair.in(schema).forEach(pair -> pair.override(settings, above));
    SettingsJson.merge(settings, above);
  }

  private void check(ObjectNode settings) {
    text(settings.path("base_url")).ifPresent(url -> Address.BASE.check(url, problems));
    TableNames.check("tables", settings, problems);
    TableNames.check("full_refresh", settings, problems);
    checkStartDate(settings.path("start_date"));
    var webhook = settings.path("webhook");
    var url = Address.ofWebhook("\"webhook.url\"");
    text(webhook.path("url")).ifPresent(given -> url.check(given, problems));
    text(webhook.path("inbox")).ifPresent(this::checkInbox);
  }

  /** Of others, and of one that is empty, the schema has told. */
  private static Optional<String> text(JsonNode given) {
    return given.stringValueOpt().filter(text -> !text.isEmpty());
  }

  private void checkInbox(String inbox) {
    if (OTHER_DATABASE.matcher(inbox).lookingAt()) {
      problems.add(
          "\"webhook.inbox\" is the address of something other than a PostgreSQL database.",
          "Give the path of a file, or an address that begins with \"jdbc:postgresql:\".");
    }
  }

  private void checkStartDate(JsonNode given) {
    if (text(given).filter(text -> InstantText.read(text).isEmpty()).isPresent()) {
      problems.add(
          "\"start_date\" is " + JsonKind.quoted(given) + ".",
          "Give a date-time with its zone, such as \"2026-01-01T00:00:00Z\", or a date.");
    }
  }

  private Optional<Secret> apiKey(ObjectNode settings) {
    return new ApiKey(schema, problems, secrets).from(settings);
  }

  private List<Secret> webhookSecrets(ObjectNode settings) {
    return new WebhookSecrets(schema, problems, secrets).from(settings);
  }
}
