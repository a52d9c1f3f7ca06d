package io.github.tapvirtuous.terminal;

import java.util.Timer;
import java.util.TimerTask;

/** Does something once a second. */
@FunctionalInterface
interface Ticker {
  /** Begins with it, until what is returned is closed. */
  Watch.Shown everySecond(Runnable work);

  /** On a thread of its own, which keeps no program alive. */
  static Ticker daemon() {
    return work -> {
      var timer = new Timer("display", true);
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              work.run();
            }
          },
          MILLIS,
          MILLIS);
      return timer::cancel;
    };
  }

  long MILLIS = 1000;
}
