package io.github.tapvirtuous.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.FieldType;
import org.junit.jupiter.api.Test;

/** What a port owes the engine about rows that are gone. */
public abstract class LostRowsContract extends MessagePortFixture {
  @Test
  void deletes_stand_behind_the_rows_and_before_the_checkpoint() {
    var port = portInto(buffered(out));

    started(port);
    rows(port, "{\"id\":1}");
    deleted(port, FieldType.INTEGER, RowVersion.NONE, 2L, 3L);
    checkpoint(port, 3);

    assertThat(told())
        .containsExactly(
            "started gifts",
            "row gifts {\"id\":1}",
            "deleted gifts 2 at 2026-03-01T12:00:00Z",
            "deleted gifts 3 at 2026-03-01T12:00:00Z",
            "checkpoint gifts {\"sent\":3}");
  }

  @Test
  void a_stream_may_lose_rows_without_having_started_and_start_afterwards() {
    var port = portInto(out);

    deleted(port, FieldType.INTEGER, RowVersion.NONE, 2L);
    started(port);
    rows(port, "{\"id\":2}");
    deleted(port, FieldType.INTEGER, RowVersion.NONE, 2L);
    checkpoint(port, 1);

    assertThat(told())
        .containsExactly(
            "deleted gifts 2 at 2026-03-01T12:00:00Z",
            "started gifts",
            "row gifts {\"id\":2}",
            "deleted gifts 2 at 2026-03-01T12:00:00Z",
            "checkpoint gifts {\"sent\":1}");
  }

  @Test
  void a_deleted_row_keeps_the_type_of_its_key() {
    var port = portInto(out);

    deleted(port, FieldType.STRING, RowVersion.NONE, 2L);
    checkpoint(port, 0);

    assertThat(told()).startsWith("deleted gifts \"2\" at 2026-03-01T12:00:00Z");
  }
}
