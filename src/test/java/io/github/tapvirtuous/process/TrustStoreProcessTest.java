package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trust store that is none, where Java reads its properties. */
final class TrustStoreProcessTest {
  @TempDir private Path folder;

  private void assertRefused(String property, Path store, String... words) throws Exception {
    var config = folder.resolve("config.json");
    Files.writeString(config, "{\"api_key\": \"k-1234\", \"retry_delay\": 0}");
    var command = List.of("bin/tap-virtuous", "--config", config.toString());

    try (var tap =
        TapProcess.start(folder, command, "JAVA_OPTS=-Djavax.net.ssl." + property + "=" + store)) {
      assertThat(tap.remainingLines()).isEmpty();
      assertThat(tap.exitCode()).as(tap.errors()).isEqualTo(2);
      assertThat(tap.errors().lines().filter(line -> line.startsWith("CRITICAL")))
          .singleElement()
          .asString()
          .contains(words);
      assertThat(tap.errors()).doesNotContain("\tat ");
    }
  }

  @Test
  void a_pem_file_is_no_store() throws Exception {
    var pem = Files.writeString(folder.resolve("company.pem"), "-----BEGIN CERTIFICATE-----");

    assertRefused("trustStore", pem, pem.toString(), "no store", "keytool -importcert");
    assertRefused("keyStore", pem, "TLS", "keyStore");
  }

  @Test
  void a_missing_file_is_told_before_anything_is_asked() throws Exception {
    var none = folder.resolve("none.p12");

    assertRefused("trustStore", none, none.toString(), "does not exist", "keytool -importcert");
  }
}
