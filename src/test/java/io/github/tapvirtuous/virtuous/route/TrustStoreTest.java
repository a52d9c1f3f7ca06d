package io.github.tapvirtuous.virtuous.route;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Properties;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustStoreTest {
  @TempDir private Path folder;

  private static Properties properties(String... namesAndValues) {
    var properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty("javax.net.ssl." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return properties;
  }

  private static void assertRefused(Properties properties, String... words) {
    assertThatThrownBy(() -> TrustStore.check(properties))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("The trust store ");
  }

  private static void assertAccepted(Properties properties) {
    assertThatCode(() -> TrustStore.check(properties)).doesNotThrowAnyException();
  }

  /** A store with one of Java's own authorities in it, or with none. */
  private String store(String type, boolean filled) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(type);
    store.load(null, null);
    if (filled) {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      var trusted = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers();
      store.setCertificateEntry("company", trusted[0]);
    }
    var file = folder.resolve("store");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void a_store_with_its_password_is_good(String type) throws Exception {
    var file = store(type, true);

    assertAccepted(properties("trustStore", file, "trustStorePassword", "changeit"));
  }

  @Test
  void no_store_at_all_or_one_elsewhere_is_java_s_own_affair() {
    assertAccepted(properties());
    assertAccepted(properties("trustStore", ""));
    assertAccepted(properties("trustStore", "NONE", "trustStoreType", "Windows-ROOT"));
    assertAccepted(properties("trustStore", "/no/such", "trustStoreProvider", "SunPKCS11"));
  }

  @Test
  void a_pem_file_is_told_from_a_store() throws Exception {
    var pem = folder.resolve("company.pem");
    Files.writeString(pem, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");

    assertRefused(
        properties("trustStore", pem.toString()),
        pem.toString(),
        "no store",
        "keytool -importcert");
  }

  @Test
  void a_wrong_password_is_told_and_not_shown() throws Exception {
    assertThatThrownBy(
            () ->
                TrustStore.check(
                    properties(
                        "trustStore", store("PKCS12", true), "trustStorePassword", "s3cret")))
        .hasMessageContainingAll("another password", "Correct -Djavax.net.ssl.trustStorePassword")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void a_store_without_its_password_shows_nothing() throws Exception {
    assertRefused(
        properties("trustStore", store("PKCS12", true)),
        "without its password",
        "Add -Djavax.net.ssl.trustStorePassword");
  }

  @Test
  void an_empty_store_trusts_nobody() throws Exception {
    assertRefused(
        properties("trustStore", store("PKCS12", false), "trustStorePassword", "changeit"),
        "holds no certificate",
        "keytool");
  }

  @Test
  void a_store_that_is_missing_or_of_an_unknown_type() throws Exception {
    assertRefused(
        properties("trustStore", "/no/such.p12"), "/no/such.p12", "does not exist", "keytool");
    assertRefused(
        properties("trustStore", store("JKS", true), "trustStoreType", "none"), "the type none");
  }
}
