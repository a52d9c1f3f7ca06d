package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a sync without a catalog learns of a table before it reads it. */
final class SampledColumnsTest {
  private static final int ROWS = 30;

  /** The first of a table is its first page, which both of the tap's tries follow. */
  private static final When NEWEST_ROWS = When.request(2).of("gifts").times(2);

  @RegisterExtension private final Tap tap = new Tap();

  private void serves(When when, int status) {
    var rows =
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(id -> "{\"id\":" + id + ",\"shade\":\"red\"}")
            .toArray(String[]::new);
    tap.tables("gifts")
        .set("page_size", 10)
        .set("sample_size", 10)
        .serves(StandIn.builder().rows("gifts", rows).fault(when, Faults.status(status)));
  }

  @Test
  void newest_rows_that_cannot_be_sampled_cost_no_row() {
    serves(NEWEST_ROWS, 500);

    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.ids("gifts"))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, ROWS).boxed().toList());
    assertThat(run.records("gifts")).allMatch(row -> row.path("shade").asString("").equals("red"));
    assertThat(run.warnings())
        .filteredOn(line -> line.contains("newest rows"))
        .singleElement()
        .asString()
        .contains("gifts", "HTTP 500", "first rows");
    SingerOutput.check(run.stdout());
  }

  @Test
  void newest_rows_that_cannot_be_sampled_hide_no_column_from_discovery() {
    serves(NEWEST_ROWS, 500);

    var run = tap.discover();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.document().at("/streams/0/schema/properties").has("shade")).isTrue();
  }

  @Test
  void a_table_that_is_closed_meanwhile_is_forbidden_as_ever() {
    serves(When.request(2).of("gifts").forever(), 403);

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.records("gifts")).isEmpty();
    assertThat(run.errors()).singleElement().asString().contains("gifts", "403");
  }

  @Test
  void of_a_name_that_comes_twice_in_a_row_the_first_shows_the_type_too() {
    tap.tables("gifts")
        .serves(StandIn.builder().rows("gifts", "{\"id\":1,\"shade\":5,\"shade\":\"red\"}"));

    var run = tap.sync();

    assertThat(run.schema("gifts").at("/schema/properties/shade/type"))
        .isEqualTo(StrictJson.of("[\"null\",\"number\"]"));
    assertThat(run.records("gifts").get(0).path("shade")).isEqualTo(StrictJson.of("5"));
  }
}
