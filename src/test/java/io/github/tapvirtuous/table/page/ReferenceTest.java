package io.github.tapvirtuous.table.page;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReferenceTest {
  private static Stream<Column> columns() {
    return TableMap.all().stream().flatMap(ReferenceTest::columns);
  }

  /** All but the key. */
  private static Stream<Column> columns(Table table) {
    return TableSchema.known(table).columns().stream()
        .filter(column -> !column.name().equals(table.key()));
  }

  private static FieldType keyType(Table table) {
    var schema = TableSchema.known(table);
    return schema.columns().stream().filter(schema::isKey).findFirst().orElseThrow().type();
  }

  @Test
  void every_name_is_a_column_that_is_known() {
    var known = columns().map(Column::name).collect(toSet());

    assertThat(known).containsAll(Reference.TARGETS.keySet()).containsAll(Reference.ELSEWHERE);
  }

  @Test
  void every_name_leads_to_a_table() {
    assertThat(TableMap.names()).containsAll(Set.copyOf(Reference.TARGETS.values()));
  }

  @Test
  void a_column_has_the_type_of_the_key_that_it_holds() {
    assertThat(Reference.all())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.column().type()).isEqualTo(keyType(each.to())));
  }

  @Test
  void of_every_number_that_is_called_an_id_it_is_said_where_it_leads() {
    var ids =
        columns()
            .filter(column -> column.type() == FieldType.INTEGER)
            .map(Column::name)
            .filter(name -> name.endsWith("Id"))
            .collect(toSet());

    assertThat(ids)
        .isNotEmpty()
        .allMatch(id -> Reference.TARGETS.containsKey(id) != Reference.ELSEWHERE.contains(id));
  }

  @Test
  void what_is_worth_an_index_leads_to_a_table_but_for_the_ids_of_transactions() {
    var indexes = TableMap.all().stream().flatMap(table -> table.indexes().stream());

    assertThat(indexes.filter(column -> !column.equals("transactionId")))
        .isNotEmpty()
        .allMatch(Reference.TARGETS::containsKey);
  }
}
