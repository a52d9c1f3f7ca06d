package io.github.tapvirtuous.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook that nobody can list must not be made twice. */
final class FailedCreateTest {
  private static final String URL = "https://hooks.example.org/v";
  private static final String IN_DOUBT = "It may have been made all the same";

  @RegisterExtension private final Tap tap = new Tap();

  private TapRun create(String... arguments) {
    var first = Stream.of("webhook", "create", "--config", tap.config(), "--url", URL);
    return tap.run(Stream.concat(first, Stream.of(arguments)).toArray(String[]::new));
  }

  private void afterCreate(Fault fault) {
    tap.serves(StandIn.builder().fault(When.always().of("Webhook"), fault));
  }

  static Stream<Fault> inDoubt() {
    return Stream.of(
        Faults.status(408),
        Faults.status(500),
        Faults.status(502),
        Faults.status(503),
        Faults.status(504),
        Faults.reset(),
        Faults.closed(),
        Faults.resetInBody(),
        Faults.truncated(),
        Faults.empty200(),
        Faults.html200(),
        Faults.body("no id", "{\"active\":true}"));
  }

  @ParameterizedTest
  @MethodSource("inDoubt")
  void one_that_may_have_worked_is_not_tried_again_and_told_how_to_look(Fault fault) {
    afterCreate(fault);

    var run = create();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(tap.standIn().webhooks()).hasSize(1);
    assertThat(tap.standIn().requestCount("Webhook")).isEqualTo(1);
    assertThat(run.waits()).isEmpty();
    assertThat(run.document().propertyNames())
        .containsExactly("url", "tables", "webhook_created", "reason");
    assertThat(run.document().path("webhook_created").booleanValue()).isFalse();
    assertThat(run.document().path("reason").stringValue())
        .startsWith("the new webhook: failed after 1 try: ")
        .contains(IN_DOUBT, "look among the webhooks in the settings of Virtuous");
    assertThat(run.errors()).singleElement().asString().contains(IN_DOUBT);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 422, 429})
  void one_that_was_refused_is_tried_once_and_in_no_doubt(int status) {
    afterCreate(Faults.status(status));

    var run = create();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(tap.standIn().requestCount("Webhook")).isEqualTo(1);
    assertThat(run.waits()).isEmpty();
    assertThat(run.document().path("webhook_created").booleanValue()).isFalse();
    assertThat(run.document().path("reason").stringValue())
        .contains("HTTP " + status)
        .doesNotContain(IN_DOUBT, "\"tables\"");
  }

  @Test
  void one_during_which_the_command_is_stopped_may_have_worked_too() {
    var working = Thread.currentThread();
    var stop = Fault.onStandIn("a signal", any -> working.interrupt());
    var asked = When.always().of("Webhook");
    tap.serves(
        StandIn.builder().fault(asked, stop).fault(asked, Faults.slow(Duration.ofMinutes(1))));

    var run = create();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("webhook_created").booleanValue()).isFalse();
    assertThat(run.document().path("reason").stringValue())
        .startsWith("The run is being stopped. " + IN_DOUBT);
  }

  @Test
  void nothing_is_created_where_there_is_no_way_to_virtuous() {
    tap.serves(StandIn.builder().fault(When.always().of("Organization"), Faults.status(503)));

    var run = create();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("webhook_created").booleanValue()).isFalse();
    assertThat(run.document().path("reason").stringValue())
        .startsWith("Organization: failed after 2 tries: HTTP 503")
        .doesNotContain(IN_DOUBT);
    assertThat(tap.standIn().requestCount("Webhook")).isZero();
  }

  @Test
  void a_key_of_a_narrow_group_may_create_one() {
    tap.serves(StandIn.builder().fault(When.always().of("Organization"), Faults.status(403)));

    assertThat(create().exitCode()).isZero();
  }

  @Test
  void a_key_that_is_wrong_has_to_be_changed_first() {
    tap.serves(StandIn.builder().keys("another"));

    var run = create();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).singleElement().asString().contains("HTTP 401");
  }

  @Test
  void a_secret_that_virtuous_sends_back_in_anger_is_masked() {
    var secret = tap.file("secret.txt", "s3cret-in-anger");
    afterCreate(
        Faults.status(400, "application/json", "{\"message\":\"Bad secret s3cret-in-anger.\"}"));

    var run = create("--secret-file", secret);

    assertThat(run.document().path("reason").stringValue()).contains("Bad secret ***.");
    assertThat(run.shown()).noneMatch(line -> line.contains("s3cret-in-anger"));
  }

  @Test
  void a_failure_leaves_no_meta_file() throws IOException {
    afterCreate(Faults.status(504));

    create("--meta", tap.folder().resolve("webhook.json").toString());

    try (var files = Files.list(tap.folder())) {
      assertThat(files)
          .extracting(each -> each.getFileName().toString())
          .containsExactly("config.json");
    }
  }

  @Test
  void what_no_file_takes_is_printed_with_the_secret() {
    var meta = tap.folder().resolve("webhook.json");
    afterCreate(Fault.onStandIn("somebody else is faster", any -> occupy(meta)));

    var run = create("--meta", meta.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("webhook_created").booleanValue()).isTrue();
    assertThat(run.document().path("secret").stringValue()).hasSize(43);
    assertThat(run.document().path("reason").stringValue()).contains("could not be written");
    assertThat(run.errors()).singleElement().asString().contains("keep what is printed");
  }

  private static void occupy(Path meta) {
    try {
      Files.createDirectories(meta.resolve("full"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
