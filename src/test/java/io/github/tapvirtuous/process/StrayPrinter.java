package io.github.tapvirtuous.process;

import io.github.tapvirtuous.Main;

/** The tap, in the company of a library that prints where it should not. */
final class StrayPrinter {
  private StrayPrinter() {}

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("a stray line")));
    Main.main(args);
  }
}
