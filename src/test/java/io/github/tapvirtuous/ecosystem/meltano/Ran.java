package io.github.tapvirtuous.ecosystem.meltano;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command of Meltano left behind.
 *
 * @param out what it was asked for
 * @param log what it and its plugins had to say
 */
record Ran(int exit, String out, String log) {
  /** This, if the command did what it should. */
  Ran well() {
    assertThat(exit).as(log + out).isZero();
    return this;
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }
}
