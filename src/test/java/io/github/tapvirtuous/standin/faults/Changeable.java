package io.github.tapvirtuous.standin.faults;

import java.util.List;

/** What a fault can do to a stand-in while somebody reads. */
public interface Changeable {
  boolean delete(String table, long id);

  /** Modifies so many rows from all over the table. */
  List<Long> modifySome(String table, int count);

  /** Brings back a deleted row. */
  boolean restore(String table, long id);

  void insert(String table, String row);

  /** Changes a row: modified now. */
  boolean modify(String table, long id);

  /** A copy of a row in the middle, with a new key at the end. */
  void insertLikeAnother(String table);

  void restoreAny(String table);

  /** Deletes the row at this place, from 0 to 1. */
  void deleteSome(String table, double place);

  /** No request with any key succeeds from now on. */
  void revokeKeys();
}
