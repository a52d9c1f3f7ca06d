package io.github.tapvirtuous.virtuous.route;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Properties;

/**
 * The certificate authorities that a property of Java names, opened once before Java needs them: it
 * says nothing of a file that is missing or shows none, and little of one that is no store.
 */
public final class TrustStore {
  private static final String PREFIX = "javax.net.ssl.trustStore";
  private static final String PASSWORD = PREFIX + "Password";
  private static final String NO_FILE = "NONE";
  private static final String MAKE_ONE =
      "Make a store of the PEM file and name that: keytool -importcert -noprompt -alias company"
          + " -file company.pem -keystore store.p12 -storepass changeit, then"
          + " JAVA_OPTS=\"-D"
          + PREFIX
          + "=$PWD/store.p12 -D"
          + PASSWORD
          + "=changeit\".";

  private final String file;
  private final String type;
  private final String password;

  private TrustStore(Properties properties) {
    this.file = properties.getProperty(PREFIX, "");
    this.type = properties.getProperty(PREFIX + "Type", KeyStore.getDefaultType());
    this.password = properties.getProperty(PASSWORD, "");
  }

  /**
   * Says what is wrong with the store that Java was given, if it was given one.
   *
   * @throws ConfigException when no connection could be trusted with it
   */
  public static void check(Properties properties) {
    var store = new TrustStore(properties);
    var isElsewhere = properties.containsKey(PREFIX + "Provider"); // on a smart card, say
    if (!store.file.isEmpty() && !store.file.equals(NO_FILE) && !isElsewhere) {
      store.check();
    }
  }

  private void check() {
    try {
      if (!Files.isReadable(Path.of(file))) {
        throw problem("does not exist, or may not be read.", "Check the path. " + MAKE_ONE);
      } else if (certificates() == 0) {
        throw password.isEmpty()
            ? problem(
                "shows nothing without its password.", "Add -D" + PASSWORD + "=… to JAVA_OPTS.")
            : problem("holds no certificate.", MAKE_ONE);
      }
    } catch (IOException unreadable) {
      throw unreadable.getCause() instanceof UnrecoverableKeyException
          ? problem("has another password.", "Correct -D" + PASSWORD + " in JAVA_OPTS.")
          : problem("is no store of the type " + type + ".", MAKE_ONE);
    } catch (GeneralSecurityException | InvalidPathException odd) {
      throw problem("is no store of the type " + type + ".", MAKE_ONE);
    }
  }

  private int certificates() throws IOException, GeneralSecurityException {
    try (var bytes = Files.newInputStream(Path.of(file))) {
      var store = KeyStore.getInstance(type);
      store.load(bytes, password.isEmpty() ? null : password.toCharArray());
      return store.size();
    }
  }

  private ConfigException problem(String what, String fix) {
    return new ConfigException(
        "The trust store " + KeyText.shown(file) + " (" + PREFIX + ") " + what, fix);
  }
}
