package io.github.tapvirtuous.standin.faults;

/** What a fault can do to a stand-in while somebody reads. */
public interface Changeable {
  boolean delete(String table, long id);

  /** Brings back a deleted row. */
  boolean restore(String table, long id);

  void insert(String table, String row);

  /** A copy of a row in the middle, with a new key at the end. */
  void insertLikeAnother(String table);

  void restoreAny(String table);

  /** Deletes the row at this place, from 0 to 1. */
  void deleteSome(String table, double place);

  /** No request with any key succeeds from now on. */
  void revokeKeys();
}
