package io.github.tapvirtuous.reliability;

/** What a soak has seen so far. */
final class SoakFigures {
  private int cycles;
  private int runs;
  private int terminated;
  private int killed;
  private long rows;
  private long duplicates;
  private long incremental;

  void run(Kill.Signal signal) {
    runs++;
    switch (signal) {
      case NONE -> {}
      case SIGTERM -> terminated++;
      case SIGKILL -> killed++;
    }
  }

  void cycle() {
    cycles++;
  }

  /**
   * Rows of one table.
   *
   * @param again those that had come before in the same cycle
   */
  void rows(long came, long again) {
    rows += came;
    duplicates += again;
  }

  /** Streams of the last run of a cycle that were read for what changed alone. */
  void incremental(long streams) {
    incremental += streams;
  }

  int kills() {
    return terminated + killed;
  }

  @Override
  public String toString() {
    return ("%d cycles, %d runs, %d SIGKILL, %d SIGTERM, %d rows, %d of them again,"
            + " %d streams read for changes")
        .formatted(cycles, runs, killed, terminated, rows, duplicates, incremental);
  }
}
