package io.github.tapvirtuous.inbox.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.error.InboxException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the databases' own codes are in our words. */
final class FailuresTest {
  private static final String SAID = "Batch entry 0 insert into ... ('Jane Roe') was aborted";

  @ParameterizedTest
  @CsvSource({
    "28P01, REFUSED, 2",
    "28000, REFUSED, 2",
    "3D000, REFUSED, 2",
    "3F000, REFUSED, 2",
    "42501, REFUSED, 2",
    "25006, READ_ONLY, 2",
    "53100, FULL, 1",
    "53300, AWAY, 1",
    "57P01, AWAY, 1",
    "08006, AWAY, 1",
    "55P03, BUSY, 1",
    "22021, FAILED, 1"
  })
  void a_state_of_postgresql_has_a_kind(String state, Kind kind, int exitCode) {
    var home = PostgresHome.at("jdbc:postgresql://db/virtuous?user=tap&password=hunter22");

    var failure = home.failure(new SQLException(SAID, state));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.exitCode()).isEqualTo(exitCode);
    assertThat(failure).hasNoCause();
    assertThat(failure.getMessage())
        .startsWith("The inbox jdbc:postgresql://db/virtuous ")
        .doesNotContain("Jane", "hunter22");
  }

  @ParameterizedTest
  @CsvSource({
    "5, BUSY, 1",
    "8, READ_ONLY, 2",
    "10, FAILED, 1",
    "11, FOREIGN, 2",
    "13, FULL, 1",
    "14, AWAY, 1",
    "26, FOREIGN, 2"
  })
  void a_code_of_sqlite_has_a_kind(int code, Kind kind, int exitCode) {
    var home = new SqliteHome(Path.of("inbox.db"));

    var failure = home.failure(new SQLException(SAID, "", code));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.exitCode()).isEqualTo(exitCode);
    assertThat(failure).hasNoCause();
    assertThat(failure.getMessage()).startsWith("The inbox inbox.db ").doesNotContain("Jane");
  }
}
