package io.github.tapvirtuous.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AirbyteSpecTest {
  @Test
  void each_secret_of_a_list_is_one_and_not_the_list() {
    var settings = AirbyteSpec.message().at("/spec/connectionSpecification/properties");

    var secrets = settings.at("/webhook/properties/secrets");

    assertThat(secrets.has("airbyte_secret")).isFalse();
    assertThat(secrets.at("/items/airbyte_secret").asBoolean()).isTrue();
    assertThat(settings.at("/api_key/airbyte_secret").asBoolean()).isTrue();
  }
}
