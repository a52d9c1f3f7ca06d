package io.github.tapvirtuous.sync.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.query.QueryOptions.Parameter;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryOptionsTest {
  @Test
  void reads_what_virtuous_was_seen_to_offer() {
    var contacts = RecordedOptions.of("contacts").parameters();

    assertThat(contacts).hasSize(11);
    assertThat(contacts.get("Contact Id"))
        .isEqualTo(
            new Parameter(
                "Int",
                Set.of(
                    "Is",
                    "LessThan",
                    "LessThanOrEqual",
                    "GreaterThan",
                    "GreaterThanOrEqual",
                    "Between")));
    assertThat(RecordedOptions.of("gift_destinations").parameters()).hasSize(17);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "7",
        "\"options\"",
        "[{\"parameter\":\"Gift Id\",\"type\":\"Int\"}]",
        "{\"options\":null}",
        "{\"options\":{}}",
        "{\"options\":{\"parameter\":{\"parameter\":\"Gift Id\",\"type\":\"Int\"}}}",
        "{\"options\":\"Gift Id\"}",
        "{\"options\":[]}",
        "{\"options\":[null,7,\"Gift Id\",[\"Gift Id\"],{}]}",
        "{\"options\":[{\"parameter\":null,\"type\":\"Int\"}]}",
        "{\"options\":[{\"parameter\":7,\"type\":\"Int\"}]}",
        "{\"options\":[{\"parameter\":[\"Gift Id\"],\"type\":\"Int\"}]}",
        "{\"options\":[{\"name\":\"Gift Id\",\"type\":\"Int\"}]}",
        "{\"Options\":[{\"parameter\":\"Gift Id\",\"type\":\"Int\"}]}"
      })
  void finds_nothing_in_other_shapes(String reply) {
    assertThat(QueryOptions.of(StrictJson.of(reply))).isEqualTo(QueryOptions.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"parameter\":\"Gift Id\"}",
        "{\"parameter\":\"Gift Id\",\"type\":null,\"operatorOptions\":null}",
        "{\"parameter\":\"Gift Id\",\"type\":7,\"operatorOptions\":\"Is\"}",
        "{\"parameter\":\"Gift Id\",\"type\":[],\"operatorOptions\":{\"operator\":\"Is\"}}",
        "{\"parameter\":\"Gift Id\",\"type\":{},\"operatorOptions\":[\"Is\",null,[],{}]}",
        "{\"parameter\":\"Gift Id\",\"operatorOptions\":[{\"operator\":7},{\"Operator\":\"Is\"}]}"
      })
  void a_parameter_of_another_shape_knows_no_operator_and_has_no_type(String option) {
    var reply = StrictJson.of("{\"options\":[" + option + "]}");

    assertThat(QueryOptions.of(reply).parameters())
        .isEqualTo(Map.of("Gift Id", new Parameter("", Set.of())));
  }

  @Test
  void what_is_odd_hides_nothing_of_what_stands_beside_it() {
    var reply =
        StrictJson.of(
            """
            {"options":[7,{"parameter":"Gift Id","type":"Int","more":[1],
              "operatorOptions":[null,{"operator":"Is"},{"operator":"Is"},{"operator":null}]},
              {"parameter":"Gift Id","type":"String","operatorOptions":[{"operator":"In"}]}]}
            """);

    assertThat(QueryOptions.of(reply).parameters())
        .isEqualTo(Map.of("Gift Id", new Parameter("Int", Set.of("Is"))));
  }
}
