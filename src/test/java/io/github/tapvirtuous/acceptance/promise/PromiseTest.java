package io.github.tapvirtuous.acceptance.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What breaks a promise is told in words, and what adds to it is let pass. */
final class PromiseTest {
  private static final String SPEC =
      """
      {'connectionSpecification':{'required':['api_key'],'properties':{
       'api_key':{'type':'string','airbyte_secret':true,'order':0},
       'mode':{'type':['null','string'],'enum':['a','b'],'title':'A mode'},
       'size':{'type':'integer','minimum':2,'maximum':9},
       'tables':{'type':'array','minItems':1,'items':{'type':'string'}},
       'hook':{'type':'object','properties':{'url':{'type':'string','minLength':1}}}}}}
      """;

  private static final String CATALOG =
      """
      {'streams':[{'name':'gifts','supported_sync_modes':['full_refresh','incremental'],
       'source_defined_cursor':true,'default_cursor_field':['at'],'is_resumable':true,
       'source_defined_primary_key':[['id']],'json_schema':{'properties':{
       'id':{'type':['integer']},'amount':{'type':['null','number']},
       'at':{'type':['null','string'],'format':'date-time','airbyte_type':'with'}}}}]}
      """;

  private static JsonNode json(String text) {
    return StrictJson.of(text.replace('\'', '"'));
  }

  private static JsonNode changed(String text, String from, String to) {
    assertThat(text).contains(from);
    return json(text.replace(from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"size\" is gone.                       | 'size':     | 'sizes':",
        "\"hook.url\" is gone.                   | 'url':      | 'uri':",
        "\"size\" may be no integer any more.    | 'integer'   | 'string'",
        "\"mode\" may be no null any more.       | ['null','string'] | 'string'",
        "\"mode\" may not be b any more.         | ['a','b']   | ['a','c']",
        "\"size\" may have a few values alone.   | 'minimum':2 | 'minimum':2,'enum':[2,3]",
        "\"size\" has a larger minimum.          | 'minimum':2 | 'minimum':3",
        "\"size\" has a smaller maximum.         | 'maximum':9 | 'maximum':8",
        "\"api_key\" has a larger minLength.     | 'order':0   | 'minLength':3",
        "\"hook.url\" has another pattern.       | 'minLength':1 | 'pattern':'a+'",
        "\"tables[]\" has another format.        | 'items':{   | 'items':{'format':'date',",
        "\"tables[]\" may be no string any more. | 'items':{'type':'string'} | 'items':{'type':'integer'}",
        "\"size\" has become required.           | ['api_key'] | ['api_key','size']",
        "\"hook.url\" has become required.       | 'object',   | 'object','required':['url'],",
        "\"api_key\" is no secret any more.      | 'airbyte_secret':true | 'airbyte_secret':false",
        "\"the config\" may hold no unknown settings any more. | 'required':['api_key'] | 'required':['api_key'],'additionalProperties':false",
      })
  void a_spec_that_refuses_what_was_good_is_told(String told, String from, String to) {
    var broken = SpecPromise.broken(json(SPEC), changed(SPEC, from, to));

    assertThat(broken).containsExactly(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"gifts\" is gone.                    | 'name':'gifts' | 'name':'gift'",
        "\"gifts.amount\" is gone.             | 'amount'       | 'sum'",
        "\"gifts.amount\" was [\"null\",\"number\"], and is [\"null\",\"string\"]. | ['null','number'] | ['null','string']",
        "\"gifts.id\" was [\"integer\"], and is [\"number\"]. | ['integer'] | ['number']",
        "\"gifts.at\" was [\"null\",\"string\"] \"date-time\" \"with\", and is [\"null\",\"string\"]. | ,'format':'date-time','airbyte_type':'with' | ``",
        "\"gifts.at\" was [\"null\",\"string\"] \"date-time\" \"with\", and is [\"null\",\"string\"] \"date-time\" \"without\". | 'with' | 'without'",
        "\"gifts\" has another primary key.    | [['id']]       | [['id'],['at']]",
        "\"gifts\" has another cursor.         | ['at']         | ['id']",
        "\"gifts\" defines its cursor in another way. | 'source_defined_cursor':true | 'source_defined_cursor':false",
        "\"gifts\" cannot be read as incremental any more. | ,'incremental' | ``",
        "\"gifts\" cannot be taken up again any more. | 'is_resumable':true | 'is_resumable':false",
        "\"gifts\" has another namespace.      | 'is_resumable' | 'namespace':'a','is_resumable'",
      })
  void a_catalog_that_breaks_a_table_is_told(String told, String from, String to) {
    var broken = CatalogPromise.broken(json(CATALOG), changed(CATALOG, from, to));

    assertThat(broken).containsExactly(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'order':0     | 'order':5",
        "'size':       | 'new':{'type':'string'},'size':",
        "'integer'     | ['integer','null']",
        "['a','b']     | ['a','b','c']",
        ",'enum':['a','b'] | ``",
        "'minimum':2   | 'minimum':1",
        "'maximum':9   | 'maximum':99",
        "'A mode'      | 'Another title'",
        "'minLength':1 | 'airbyte_secret':true",
      })
  void more_in_a_spec_is_let_pass(String from, String to) {
    assertThat(SpecPromise.broken(json(SPEC), changed(SPEC, from, to))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'amount':      | 'new':{'type':'string'},'amount':",
        "[{'name':      | [{'name':'new'},{'name':",
        "'incremental'] | 'incremental','another']",
      })
  void more_in_a_catalog_is_let_pass(String from, String to) {
    assertThat(CatalogPromise.broken(json(CATALOG), changed(CATALOG, from, to))).isEmpty();
  }

  @Test
  void several_broken_promises_are_all_told() {
    var now = json(SPEC.replace("'size'", "'sizes'").replace("['a','b']", "['c']"));

    assertThat(SpecPromise.broken(json(SPEC), now))
        .contains("\"size\" is gone.")
        .hasSize(List.of("size", "mode").size());
  }
}
