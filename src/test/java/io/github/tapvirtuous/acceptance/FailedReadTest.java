package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.airbyte.SourceRun;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has to act is told in messages and by the exit code, and what can be read is read. */
final class FailedReadTest {
  private static final long[] IDS = LongStream.rangeClosed(1, 100).toArray();

  @RegisterExtension
  private final Tap tap = new Tap().set("page_size", 10).set("max_concurrent_requests", 1);

  private final Source source = Source.inProcess(tap);
  private ConfiguredCatalog catalog = ConfiguredCatalog.incremental(StrictJson.of("{}"));

  @BeforeEach
  void two_tables() {
    tap.tables("gifts", "projects").serves(gifts());
    catalog = source.discovered();
  }

  private static StandInBuilder gifts() {
    return StandIn.builder().ids("gifts", IDS);
  }

  /** Of the stream, or of all if its name is empty. */
  private static void assertTold(SourceRun run, String stream, String failureType) {
    assertThat(run.output().errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path("failure_type").stringValue()).isEqualTo(failureType);
              assertThat(error.at("/stream_descriptor/name").asString("")).isEqualTo(stream);
              assertThat(error.path("message").stringValue()).doesNotContain("demo-key", "\n\tat ");
            });
  }

  private static String message(SourceRun run) {
    return run.output().errors().get(0).path("message").stringValue();
  }

  private static void assertProjectsCame(SourceRun run) {
    assertThat(run.output().rows("projects")).isNotEmpty();
    assertThat(run.output().ending("projects")).isEqualTo("COMPLETE");
  }

  @Test
  void a_stream_in_trouble_can_be_read_later_and_the_others_are_read() {
    tap.serves(gifts().fault(When.always().of("gifts"), Faults.status(500)));

    var run = source.read(catalog).endedWith(1);

    assertTold(run, "gifts", "transient_error");
    assertThat(run.output().ending("gifts")).isEqualTo("INCOMPLETE");
    assertThat(run.output().rows("gifts")).isEmpty();
    assertProjectsCame(run);
  }

  @Test
  void one_that_fails_half_way_keeps_what_came_and_goes_on_from_there() {
    tap.serves(gifts().fault(When.request(6).of("gifts").forever(), Faults.status(500)));
    var run = source.read(catalog).endedWith(1);
    var destination = new Destination(catalog).load(run.output());
    var came = destination.ids("gifts");
    tap.serves(gifts());

    var rest = source.read(catalog, destination.states()).well();

    assertTold(run, "gifts", "transient_error");
    assertThat(came).isNotEmpty().hasSizeLessThan(IDS.length);
    assertThat(destination.load(rest.output()).ids("gifts")).hasSize(IDS.length);
  }

  @Test
  void a_table_that_is_closed_to_the_key_is_for_somebody_to_open() {
    tap.serves(gifts().forbid("gifts"));

    var run = source.read(catalog).endedWith(1);

    assertTold(run, "gifts", "config_error");
    assertThat(message(run)).contains("403");
    assertThat(run.output().ending("gifts")).isEqualTo("INCOMPLETE");
    assertProjectsCame(run);
  }

  @Test
  void a_stream_that_there_is_not_is_told_and_the_others_are_read() {
    var run = source.read(catalog.with("donations")).endedWith(1);

    assertTold(run, "donations", "config_error");
    assertThat(run.output().ending("donations")).isEqualTo("INCOMPLETE");
    assertThat(run.output().ids("gifts")).hasSize(IDS.length);
    assertProjectsCame(run);
  }

  @Test
  void a_key_that_is_refused_from_the_start_ends_it_before_a_row() {
    tap.serves(gifts().keys("another"));

    var run = source.read(catalog).endedWith(2);

    assertThat(run.output().records()).isEmpty();
    assertThat(run.output().errors())
        .isNotEmpty()
        .allMatch(error -> error.path("failure_type").stringValue().equals("config_error"));
    assertThat(message(run)).contains("api_key", "401");
    assertThat(run.waits()).isEmpty();
  }

  @Test
  void a_key_that_is_revoked_meanwhile_ends_it_with_what_came() {
    tap.serves(gifts().fault(When.request(6), DataFaults.keysRevoked()));

    var run = source.read(catalog).endedWith(2);

    assertThat(message(run)).contains("api_key");
    assertThat(run.output().errors().get(0).path("failure_type").stringValue())
        .isEqualTo("config_error");
    assertThat(run.output().rows("gifts")).isNotEmpty().hasSizeLessThan(IDS.length);
    assertThat(run.output().ending("gifts")).isEqualTo("INCOMPLETE");
  }

  @Test
  void requests_that_are_used_up_end_it_and_the_next_read_goes_on() {
    tap.set("max_requests", 6);
    var run = source.read(catalog.only("gifts")).endedWith(1);
    var destination = new Destination(catalog).load(run.output());

    var rest = source.read(catalog.only("gifts"), destination.states()).well();

    assertThat(run.output().errors().get(0).path("failure_type").stringValue())
        .isEqualTo("transient_error");
    assertThat(run.output().ending("gifts")).isEqualTo("INCOMPLETE");
    assertThat(rest.output().ids("gifts")).doesNotContain(1L, 2L, 3L).hasSizeLessThan(IDS.length);
    assertThat(destination.load(rest.output()).ids("gifts")).hasSize(IDS.length);
  }

  @Test
  void fewer_rows_than_there_are_never_look_complete() {
    tap.serves(gifts().fault(When.always().of("gifts"), PageFaults.totalOf(500)));

    var run = source.read(catalog).endedWith(1);

    assertThat(run.output().ending("gifts")).isEqualTo("INCOMPLETE");
    assertProjectsCame(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "{\"streams\":{}}", "{\"streams\":[{}]}"})
  void a_catalog_that_cannot_be_read_is_to_be_put_right(String text) {
    var run =
        source.run(
            "read", "--config", tap.config(), "--catalog", tap.file("configured.json", text));

    assertTold(run.endedWith(2), "", "config_error");
    assertThat(run.output().messages()).noneMatch(each -> each.has("record"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "7", "\"state\"", "[7]", "[{\"type\":\"LEGACY\",\"data\":{}}]"})
  void a_state_that_cannot_be_read_is_to_be_put_right(String text) {
    var run = source.readFrom(text, catalog).endedWith(2);

    assertTold(run, "", "config_error");
    assertThat(run.output().records()).isEmpty();
  }

  @Test
  void a_config_that_cannot_work_is_to_be_put_right() {
    tap.set("page_size", 1);

    assertTold(source.read(catalog).endedWith(2), "", "config_error");
  }
}
