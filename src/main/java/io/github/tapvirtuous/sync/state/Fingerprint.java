package io.github.tapvirtuous.sync.state;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;

/** Of everything that the positions of a scan hang on; the page size is not part of it. */
public final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /** Sixteen hex digits, the same in every version of the tap: states outlive it. */
  public static String of(TapConfig config, Table table, TableSchema schema) {
    return of(text(config, table, schema));
  }

  /** Likewise, of a scan that asks for some rows only. */
  public static String of(TapConfig config, Table table, TableSchema schema, Condition condition) {
    return of(text(config, table, schema) + "\ngroups " + condition.json());
  }

  private static String of(String text) {
    return HexFormat.of().formatHex(sha256(text), 0, BYTES);
  }

  private static String text(TapConfig config, Table table, TableSchema schema) {
    var call = table.call();
    var lines = new ArrayList<String>();
    lines.add("base_url " + config.connection().baseUri());
    lines.add("call " + call.method() + " " + call.path() + " " + word(call.body()));
    lines.add("include_archived " + config.reading().includeArchived());
    lines.add("key " + schema.key());
    schema.columns().forEach(each -> lines.add("column " + word(each.type()) + " " + each.name()));
    return String.join("\n", lines);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
