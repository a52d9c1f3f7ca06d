package io.github.tapvirtuous.standin.faults;

import io.github.tapvirtuous.standin.access.Traffic;
import java.util.ArrayList;
import java.util.List;

/** Decides which faults befall a request. */
public interface Schedule {
  List<Fault> at(Traffic.Turn number, String table);

  /** The faults that somebody asked for. */
  static Schedule of(List<Planned> plan) {
    var kept = List.copyOf(plan);
    return (number, table) -> {
      var faults = new ArrayList<Fault>();
      for (var planned : kept) {
        if (planned.when().includes(number, table)) {
          faults.add(planned.fault());
        }
      }
      return faults;
    };
  }

  /** A fault and its time. */
  record Planned(When when, Fault fault) {}
}
