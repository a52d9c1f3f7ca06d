package io.github.tapvirtuous.ecosystem.page;

import java.util.Locale;
import java.util.stream.Stream;

/** The tap's column types, each with a field that discovery takes for one of it. */
enum Kind {
  INTEGER("exampleId"),
  NUMBER("exampleNumber"),
  BOOLEAN("exampleFlag"),
  STRING("exampleText"),
  TIMESTAMP("exampleUtc"),
  OBJECT("exampleObject"),
  ARRAY("exampleList");

  private final String field;

  Kind(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }

  Stream<Specimen> of(String... json) {
    return Stream.of(json).map(each -> new Specimen(this, each));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
