package io.github.tapvirtuous.log;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** A program that logs after its standard streams were replaced. */
final class Chatterbox {
  private Chatterbox() {}

  public static void main(String[] arguments) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    var log = LoggerFactory.getLogger(Chatterbox.class);
    log.info("Caf\u00e9 \u20ac");
    Runtime.getRuntime().halt(0);
  }
}
