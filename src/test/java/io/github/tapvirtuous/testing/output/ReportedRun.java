package io.github.tapvirtuous.testing.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The run report that a tap left in a file: it is what its schema says, and nothing more. */
public final class ReportedRun {
  private static final Path SCHEMA = Path.of("docs/report.schema.json");

  private final JsonNode json;

  private ReportedRun(JsonNode json) {
    this.json = json;
  }

  public static ReportedRun in(Path file) throws IOException {
    var text = Files.readString(file);
    assertThat(text).endsWith("}\n").doesNotContain("}\n{");
    assertThat(text.lines()).as("one line").hasSize(1);
    var json = StrictJson.of(text);
    assertThat(schema().validate(json)).as(text).isEmpty();
    assertNames(json, "/properties");
    json.path("streams").forEach(stream -> assertNames(stream, "/$defs/stream/properties"));
    return new ReportedRun(json);
  }

  public static JsonNode schemaJson() throws IOException {
    return StrictJson.of(Files.readString(SCHEMA));
  }

  private static Schema schema() throws IOException {
    var strict = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(strict))
        .getSchema(schemaJson());
  }

  /** The schema lets more come; here nothing may that it does not describe. */
  private static void assertNames(JsonNode object, String properties) {
    try {
      assertThat(new TreeSet<>(object.propertyNames()))
          .isEqualTo(new TreeSet<>(schemaJson().at(properties).propertyNames()));
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  public JsonNode json() {
    return json;
  }

  public int exitCode() {
    return json.path("exit_code").asInt();
  }

  public String reason() {
    return json.path("reason").asString("");
  }

  public JsonNode stream(String name) {
    return json.path("streams")
        .valueStream()
        .filter(each -> each.path("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public String outcome(String stream) {
    return stream(stream).path("outcome").stringValue();
  }
}
