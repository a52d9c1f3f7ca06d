package io.github.tapvirtuous.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.testing.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
  private final FreshLog log;

  JsonLinesTest(@TempDir Path folder) {
    log = new FreshLog(SdkFile.structured(folder, "INFO"));
  }

  @Test
  @Rule("LOG-5")
  void has_every_key_that_meltano_asks_for() {
    var before = Instant.now().toEpochMilli() / 1000.0;
    log.ours().warn("Read {} rows.", 3);
    var after = Instant.now().toEpochMilli() / 1000.0;

    var line = line();
    assertThat(line.propertyNames())
        .containsExactly(
            "level",
            "pid",
            "logger_name",
            "ts",
            "thread_name",
            "app_name",
            "stream_name",
            "message",
            "extra");
    assertThat(line.get("level").stringValue()).isEqualTo("warning");
    assertThat(line.get("pid").longValue()).isEqualTo(ProcessHandle.current().pid());
    assertThat(line.get("logger_name").stringValue()).isEqualTo("io.github.tapvirtuous.cli.Tap");
    assertThat(line.get("ts").doubleValue()).isBetween(before, after);
    assertThat(line.get("thread_name").stringValue()).isEqualTo(Thread.currentThread().getName());
    assertThat(line.get("app_name").stringValue()).isEqualTo("tap-virtuous");
    assertThat(line.get("stream_name").isNull()).isTrue();
    assertThat(line.get("message").stringValue()).isEqualTo("Read 3 rows.");
    assertThat(line.get("extra")).isEqualTo(json("{}"));
  }

  @Test
  void the_time_is_written_out() {
    log.ours().info("now");

    assertThat(log.text()).containsPattern("\"ts\":[0-9]{10}\\.[0-9]{3},");
  }

  @Test
  void the_stream_is_the_one_being_read() {
    try (var reading = MDC.putCloseable("stream", "gifts")) {
      assertThat(reading).isNotNull();
      log.ours().info("started");
    }

    assertThat(line().get("stream_name").stringValue()).isEqualTo("gifts");
  }

  @Test
  @Rule("LOG-5")
  void a_metric_comes_as_an_object() {
    log.ours().info("METRIC: {}", "{\"type\":\"timer\",\"value\":0.25,\"tags\":{\"a\":1}}");

    assertThat(line().get("message").stringValue()).isEqualTo("METRIC");
    assertThat(line().get("metric_info"))
        .isEqualTo(json("{\"type\":\"timer\",\"value\":0.25,\"tags\":{\"a\":1}}"));
  }

  @Test
  void a_metric_that_is_no_object_stays_text() {
    log.ours().info("METRIC: {}", "{\"type\":");

    assertThat(line().get("message").stringValue()).isEqualTo("METRIC: {\"type\":");
    assertThat(line().has("metric_info")).isFalse();
  }

  @Test
  void a_text_that_only_looks_like_a_metric_stays_text() {
    log.ours().info("{}", "METRIC: {}");

    assertThat(line().get("message").stringValue()).isEqualTo("METRIC: {}");
    assertThat(line().has("metric_info")).isFalse();
  }

  @Test
  @Rule("LOG-5")
  void an_exception_comes_with_its_traceback_outermost_call_first() {
    log.ours().error("Broken", new IllegalStateException("no way", new IOException()));

    var exception = line().get("exception");
    assertThat(exception.get("type").stringValue()).isEqualTo("IllegalStateException");
    assertThat(exception.get("module").stringValue()).isEqualTo("java.lang");
    assertThat(exception.get("message").stringValue()).isEqualTo("no way");
    var innermost = exception.get("traceback").get(exception.get("traceback").size() - 1);
    assertThat(innermost.get("filename").stringValue()).isEqualTo("JsonLinesTest.java");
    assertThat(innermost.get("function").stringValue())
        .startsWith(JsonLinesTest.class.getName() + ".an_exception");
    assertThat(innermost.get("lineno").intValue()).isPositive();
    assertThat(exception.get("cause").get("type").stringValue()).isEqualTo("IOException");
    assertThat(exception.get("cause").get("message").stringValue()).isEmpty();
    assertThat(exception.get("cause").has("cause")).isFalse();
  }

  @Test
  void a_fatal_reason_is_one_line_at_critical() {
    log.ours().error(Fatal.EXIT, "The key is wrong.\nCheck it: \u00e9\u2028\ud800.");

    assertThat(line().get("level").stringValue()).isEqualTo("critical");
    assertThat(line().get("message").stringValue())
        .startsWith("The key is wrong.\nCheck it: \u00e9");
    assertThat(log.text()).isASCII();
  }

  @Test
  void no_secret_is_seen_and_the_line_stays_json() {
    SecretMask.of(log.context()).add(new Secret("se\"cret"));
    SecretMask.of(log.context()).add(new Secret("level"));

    log.ours().error("sent se\"cret", new IOException("got se\"cret"));

    assertThat(line().get("level").stringValue()).isEqualTo("error");
    assertThat(line().get("message").stringValue()).isEqualTo("sent ***");
    assertThat(line().get("exception").get("message").stringValue()).isEqualTo("got ***");
  }

  /** The only line that was logged. */
  private JsonNode line() {
    assertThat(log.lines()).hasSize(1);
    assertThat(log.text()).endsWith("}\n");
    return json(log.text());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
