package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A trust store that is none, where Java reads its properties. */
final class TrustStoreProcessTest {
  @RegisterExtension private final Tap tap = Tap.patient();

  private void assertRefused(String property, Path store, String... words) throws Exception {
    var ran =
        tap.without("base_url")
            .set("retry_delay", 0)
            .launch()
            .with("JAVA_OPTS", "-Djavax.net.ssl." + property + "=" + store)
            .run();

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.fatal()).singleElement().asString().contains(words);
    assertThat(ran.err()).doesNotContain("\tat ");
  }

  @Test
  void a_pem_file_is_no_store() throws Exception {
    var pem = Path.of(tap.file("company.pem", "-----BEGIN CERTIFICATE-----"));

    assertRefused("trustStore", pem, pem.toString(), "no store", "keytool -importcert");
    assertRefused("keyStore", pem, "TLS", "keyStore");
  }

  @Test
  void a_missing_file_is_told_before_anything_is_asked() throws Exception {
    var none = tap.folder().resolve("none.p12");

    assertRefused("trustStore", none, none.toString(), "does not exist", "keytool -importcert");
  }
}
