package io.github.tapvirtuous;

/** Entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.err.println("nothing yet");
  }
}
