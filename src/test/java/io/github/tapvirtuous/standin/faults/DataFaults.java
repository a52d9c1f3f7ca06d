package io.github.tapvirtuous.standin.faults;

import java.util.Arrays;
import java.util.function.Consumer;

/** What happens to the data while somebody reads, one line each. */
public final class DataFaults {
  private DataFaults() {}

  public static Fault delete(String table, long... ids) {
    return change(
        "delete " + table, standIn -> Arrays.stream(ids).forEach(id -> standIn.delete(table, id)));
  }

  public static Fault restore(String table, long... ids) {
    return change(
        "restore " + table,
        standIn -> Arrays.stream(ids).forEach(id -> standIn.restore(table, id)));
  }

  public static Fault insert(String table, String... rows) {
    return change(
        "insert " + table,
        standIn -> Arrays.stream(rows).forEach(row -> standIn.insert(table, row)));
  }

  public static Fault modify(String table, long... ids) {
    return change(
        "modify " + table, standIn -> Arrays.stream(ids).forEach(id -> standIn.modify(table, id)));
  }

  /** Anything else that happens to the data or the key before a request is answered. */
  public static Fault change(String name, Consumer<Changeable> change) {
    return Fault.onStandIn(name, change);
  }

  /** All requests get a 401 from here on. */
  public static Fault keysRevoked() {
    return change("keys revoked", Changeable::revokeKeys);
  }
}
