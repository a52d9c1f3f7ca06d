package io.github.tapvirtuous.sync.keyed;

/** How many rows a run may still ask for one by one, of all streams. */
public final class LoneBudget {
  public static final int MOST = 200;

  private int left = MOST;

  public boolean isUsedUp() {
    return left == 0;
  }

  public void take() {
    left--;
  }
}
