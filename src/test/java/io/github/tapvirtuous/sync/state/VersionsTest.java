package io.github.tapvirtuous.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.RowVersion;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

final class VersionsTest {
  private static final Instant NOW = Instant.ofEpochSecond(5_000);

  @Test
  void a_whole_read_begins_one_that_is_larger_than_any_before() {
    var first = Versions.NONE.begun(NOW);

    assertThat(first.ofRow()).isEqualTo(new RowVersion(5_000));
    assertThat(first.begun(NOW).ofRow()).isEqualTo(new RowVersion(5_001));
    assertThat(first.begun(NOW.minusSeconds(60)).ofRow()).isEqualTo(new RowVersion(5_001));
    assertThat(first.begun(NOW.plusSeconds(60)).ofRow()).isEqualTo(new RowVersion(5_060));
  }

  @Test
  void a_read_that_goes_on_keeps_its_own() {
    var first = Versions.NONE.begun(NOW);

    var later = kept(first).continued(NOW.plusSeconds(60));

    assertThat(later).isEqualTo(first);
    assertThat(later.isFit()).isTrue();
  }

  @Test
  void a_read_that_goes_on_without_one_gets_one_and_shows_nothing() {
    var later = kept(Versions.NONE).continued(NOW);

    assertThat(later.ofRow()).isEqualTo(new RowVersion(5_000));
    assertThat(later.isFit()).isFalse();
  }

  @Test
  void rows_without_one_in_between_are_remembered() {
    var between = kept(Versions.NONE.begun(NOW)).unsaid();

    assertThat(between.ofRow()).isEqualTo(RowVersion.NONE);
    assertThat(between.isFit()).isFalse();
    assertThat(kept(between).continued(NOW).ofRow()).isEqualTo(new RowVersion(5_000));
    assertThat(kept(between).continued(NOW).isFit()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 10, 50, true",
    "100, 10, 49, false",
    "100, 10, 0, false",
    "101, 10, 50, false",
    "1, 10, 1, true",
    "1, 10, 0, false",
    "0, 10, 0, true",
    "0, 10, 7, true",
    "-1, 100, 49, false",
    "-1, 100, 50, true",
    "-1, 0, 7, true",
    "-1, 0, 0, false",
  })
  void no_row_or_less_than_half_is_not_believed_at_once(
      long last, long lastWhole, long came, boolean believed) {
    var versions = new Versions(5_000, 5_000, last, true);
    var whole = new WholeRead(NOW, lastWhole, 0, "", Instant.EPOCH, OptionalLong.empty());

    assertThat(versions.doubt(came, whole).isEmpty()).isEqualTo(believed);
    assertThat(versions.completed(came).doubt(came, whole)).isEmpty();
  }

  @Test
  void nothing_is_written_before_there_is_one_and_all_of_it_after() {
    var json = JsonNodeFactory.instance.objectNode();

    Versions.NONE.unsaid().write(json);
    assertThat(json).isEmpty();

    Versions.NONE.begun(NOW).unsaid().write(json);
    assertThat(json).hasToString("{\"version\":5000,\"scan_version\":0,\"version_rows\":-1}");
  }

  @ParameterizedTest
  @CsvSource({"'\"7\"'", "-7", "1e30", "null", "9007199254740992", "'{}'", "true"})
  void what_is_no_version_counts_for_none(String version) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("version", new JsonMapper().readTree(version));

    assertThat(Versions.read(json)).isEqualTo(Versions.NONE);
  }

  /** Through the state, into the next run. */
  private static Versions kept(Versions versions) {
    var json = JsonNodeFactory.instance.objectNode();
    versions.write(json);
    return Versions.read(json);
  }
}
