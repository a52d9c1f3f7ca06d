package io.github.tapvirtuous.singer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogSchemaTest {
  private final EditedCatalog catalog = new EditedCatalog();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'integer'}                                                | INTEGER",
        "{'type':['null','number']}                                        | NUMBER",
        "{'type':['boolean','null']}                                       | BOOLEAN",
        "{'type':['null','string']}                                        | STRING",
        "{'type':['null','string'],'format':'date-time'}                   | TIMESTAMP",
        "{'type':['null','string'],'format':'date'}                        | STRING",
        "{'type':['null','object'],'properties':{'a':{'type':'string'}}}   | OBJECT",
        "{'type':['null','array'],'items':{'type':'string'}}               | ARRAY",
        "{'type':['null','string','integer']}                              | STRING",
        "{'type':['null','integer','string']}                              | INTEGER",
        "{'type':['integer','null'],'format':'date-time'}                  | INTEGER",
        "{'type':['null']}                                                 | STRING",
        "{'type':'decimal'}                                                | STRING",
        "{'type':7}                                                        | STRING",
        "{'description':'no type'}                                         | STRING",
        "{}                                                                | STRING",
        "true                                                              | STRING",
        "{'anyOf':[{'type':'null'},{'type':'integer'},{'type':'string'}]}  | INTEGER",
        "{'oneOf':[{'$ref':'x'},{'type':['null','boolean']}]}              | BOOLEAN",
        "{'anyOf':[{'type':['string','null'],'format':'date-time'},{'type':'string'}]} | TIMESTAMP"
      })
  @Rule("SEL-4")
  void types_come_from_the_catalog(String schema, String type) {
    catalog.column("amount", schema.replace('\'', '"'));

    assertThat(catalog.columns())
        .filteredOn(column -> column.name().equals("amount"))
        .extracting(column -> column.type().name())
        .containsExactly(type);
  }

  @Test
  @Rule("SEL-4")
  void columns_come_from_the_catalog() {
    catalog.withoutColumn("amount").column("added", "{\"type\":[\"null\",\"number\"]}");

    assertThat(catalog.columnNames()).doesNotContain("amount").endsWith("added");
  }

  @Test
  @Rule("SEL-4")
  void a_schema_without_the_key_is_refused() {
    catalog.withoutColumn("id");

    catalog.assertRefused(
        "The schema of stream \"gifts\" in the catalog lacks the key \"id\"", "Put it back");
  }

  @Test
  @Rule("SEL-4")
  void an_entry_without_a_schema_is_refused() {
    catalog.without("schema");

    refusedForWantOfProperties();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "\"x\"", "{}", "{\"properties\":[]}"})
  void an_entry_whose_schema_has_no_properties_is_refused(String schema) {
    catalog.with("schema", schema);

    refusedForWantOfProperties();
  }

  private void refusedForWantOfProperties() {
    catalog.assertRefused("schema of stream \"gifts\" has no \"properties\"", "--discover");
  }
}
