package io.github.tapvirtuous.sync.payload;

import static io.github.tapvirtuous.sync.payload.Events.GIFTS;
import static io.github.tapvirtuous.sync.payload.Events.delete;
import static io.github.tapvirtuous.sync.payload.Events.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.sync.Transcript;
import io.github.tapvirtuous.sync.payload.PayloadStream.Told;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PayloadStreamTest {
  private static final TableSchema KNOWN =
      new TableSchema(
          List.of(
              new Column("id", FieldType.INTEGER),
              new Column("amount", FieldType.NUMBER),
              new Column("notes", FieldType.STRING),
              new Column("giftDate", FieldType.TIMESTAMP),
              new Column("customFields", FieldType.ARRAY)),
          "id");

  private final Transcript port = new Transcript();

  @Test
  void rows_come_by_their_sets_of_fields_and_deletes_last() {
    say(
        update(1, 1, "{\"id\":1,\"notes\":\"a\"}"),
        delete(2, 1),
        update(3, 1, "{\"id\":3,\"amount\":1.50}"),
        update(4, 1, "{\"id\":4,\"notes\":\"b\"}"),
        update(5, 1, "{\"id\":5}"),
        delete(6, 1),
        delete(7, 2));

    assertThat(port.lines())
        .containsExactly(
            "started gifts keyed by id",
            "rows gifts {\"id\":5}",
            "started gifts keyed by id",
            "rows gifts {\"id\":3,\"amount\":1.50}",
            "started gifts keyed by id",
            "rows gifts {\"id\":1,\"notes\":\"a\"} {\"id\":4,\"notes\":\"b\"}",
            "deleted gifts [2, 6] at 2026-03-01T00:00:01Z",
            "deleted gifts [7] at 2026-03-01T00:00:02Z");
  }

  @Test
  void the_order_of_fields_in_a_payload_makes_no_set_of_its_own() {
    say(
        update(1, 1, "{\"id\":1,\"amount\":1,\"notes\":\"a\"}"),
        update(2, 1, "{\"notes\":\"b\",\"amount\":2,\"id\":2}"));

    assertThat(port.lines()).hasSize(2);
  }

  @Test
  void a_value_of_another_type_is_left_out_and_counted_but_a_null_goes_out() {
    var told =
        say(
            update(
                1, 1, "{\"id\":1,\"customFields\":{\"a\":1},\"notes\":null,\"amount\":\"lots\"}"),
            update(2, 1, "{\"id\":2,\"customFields\":[],\"notes\":null}"),
            update(3, 1, "{\"id\":3,\"customFields\":{},\"giftDate\":\"soon\",\"notes\":\"x\"}"));

    assertThat(told)
        .isEqualTo(new Told(3, 0, Map.of("customFields", 2, "amount", 1, "giftDate", 1)));
    assertThat(port.lines())
        .containsExactly(
            "started gifts keyed by id",
            "rows gifts {\"id\":2,\"customFields\":[],\"notes\":null}",
            "started gifts keyed by id",
            "rows gifts {\"id\":1,\"notes\":null} {\"id\":3,\"notes\":\"x\"}");
  }

  @Test
  void an_older_value_does_not_come_back_where_the_newest_is_left_out() {
    say(
        update(1, 1, "{\"id\":1,\"customFields\":[1]}"),
        update(1, 2, "{\"id\":1,\"customFields\":{\"a\":2}}"));

    assertThat(port.lines()).endsWith("rows gifts {\"id\":1}");
  }

  @Test
  void what_nobody_knows_goes_out_as_it_is_in_one_type_for_all_rows() {
    say(
        update(1, 1, "{\"id\":1,\"score\":1.10,\"list\":[1]}"),
        update(2, 1, "{\"id\":2,\"score\":\"high\",\"list\":[]}"));

    assertThat(port.lines())
        .endsWith(
            "rows gifts {\"id\":1,\"score\":\"1.10\",\"list\":[1]}"
                + " {\"id\":2,\"score\":\"high\",\"list\":[]}");
  }

  @Test
  void names_of_the_targets_own_never_leave() {
    say(
        update(
            1,
            1,
            "{\"id\":1,\"_sdc_deleted_at\":\"x\",\"_SDC_batched_at\":\"y\",\"notes\":\"z\"}"));

    assertThat(port.lines()).endsWith("rows gifts {\"id\":1,\"notes\":\"z\"}");
  }

  @Test
  void what_was_not_chosen_never_leaves() {
    var fold = fold(update(1, 1, "{\"id\":1,\"amount\":2,\"notes\":\"z\",\"email\":\"e\"}"));
    var known = Columns.only(GIFTS, KNOWN, DateTimes.TIMESTAMP);
    var but = new Columns(GIFTS, KNOWN, name -> !name.equals("notes"), DateTimes.TIMESTAMP);

    new PayloadStream("all_known", known, port).say(fold, Instant.EPOCH, RowVersion.NONE);
    new PayloadStream("but_one", but, port).say(fold, Instant.EPOCH, RowVersion.NONE);

    assertThat(port.lines())
        .contains(
            "rows all_known {\"id\":1,\"amount\":2,\"notes\":\"z\"}",
            "rows but_one {\"id\":1,\"amount\":2,\"email\":\"e\"}");
  }

  @Test
  void a_key_is_in_the_type_that_the_streams_rows_have() {
    var text = new TableSchema(List.of(new Column("id", FieldType.STRING)), "id");
    var fold = fold(update(1, 1, "{\"notes\":\"a\"}"));

    new PayloadStream("gifts", Columns.all(GIFTS, text, DateTimes.TIMESTAMP), port)
        .say(fold, Instant.EPOCH, RowVersion.NONE);

    assertThat(port.lines()).endsWith("rows gifts {\"id\":\"1\",\"notes\":\"a\"}");
  }

  @Test
  void a_version_is_in_rows_and_deletes() {
    stream().say(fold(update(1, 1, "{\"id\":1}"), delete(2, 1)), Instant.EPOCH, new RowVersion(9));

    assertThat(port.lines())
        .containsExactly(
            "started gifts keyed by id",
            "rows gifts {\"id\":1} in version 9",
            "deleted gifts [2] at 2026-03-01T00:00:01Z in version 9");
  }

  @Test
  void thousands_of_rows_of_one_set_share_a_schema() {
    var events =
        IntStream.range(0, 2_345)
            .mapToObj(key -> update(key, 1, "{\"notes\":\"" + key + "\"}"))
            .toArray(Event[]::new);

    var told = say(events);

    assertThat(told.rows()).isEqualTo(2_345);
    assertThat(port.lines()).filteredOn(line -> line.startsWith("started")).hasSize(1);
    assertThat(String.join("", port.lines()))
        .contains("{\"id\":0,\"notes\":\"0\"}", "{\"id\":2344,\"notes\":\"2344\"}");
  }

  @Test
  void nothing_to_say_is_nothing_said() {
    assertThat(say()).isEqualTo(new Told(0, 0, Map.of()));
    assertThat(port.lines()).isEmpty();
  }

  private Told say(Event... events) {
    return stream().say(fold(events), Instant.EPOCH, RowVersion.NONE);
  }

  private PayloadStream stream() {
    return new PayloadStream("gifts", Columns.all(GIFTS, KNOWN, DateTimes.TIMESTAMP), port);
  }

  private static Fold fold(Event... events) {
    var fold = new Fold();
    List.of(events).forEach(fold::add);
    return fold;
  }
}
