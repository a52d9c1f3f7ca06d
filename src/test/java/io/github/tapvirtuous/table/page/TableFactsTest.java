package io.github.tapvirtuous.table.page;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TableFactsTest {
  static List<Table> tables() {
    return TableMap.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_row_is_told_in_a_sentence(Table table) {
    assertThat(TableFacts.of(table).row()).matches("An? .+\\.|The .+\\.").doesNotContain("|");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void what_is_documented_is_known_and_stands_in_one_list(Table table) {
    var known = TableSchema.known(table).columns().stream().map(Column::name).collect(toSet());

    var facts = TableFacts.of(table);

    assertThat(known).containsAll(facts.documented()).containsAll(facts.documentedElsewhere());
    assertThat(facts.documented()).noneMatch(facts.documentedElsewhere()::contains);
  }

  @Test
  void a_column_says_where_it_is_known_from() {
    var gifts = TableFacts.of(TableMap.named("gifts").orElseThrow());
    var communications = TableFacts.of(TableMap.named("communications").orElseThrow());

    assertThat(gifts.source("amount")).isEqualTo("documented");
    assertThat(gifts.source("checkNumber")).isEqualTo("recorded");
    assertThat(communications.source("communicationId")).isEqualTo("another call");
  }
}
