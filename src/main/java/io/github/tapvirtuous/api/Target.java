package io.github.tapvirtuous.api;

import io.github.tapvirtuous.http.Call;

/** What a request is about: a page of a table, or a path that is no table. */
sealed interface Target {
  /** For people: the table, or the path. */
  String name();

  Call call(RequestBodies bodies);

  /** The same in a lighter form; itself where there is none. */
  Target halved();

  /** The same with so many rows at most, where it has rows. */
  Target atMost(int rows);

  /** One page of a table. */
  record OfPage(PageRequest page) implements Target {
    @Override
    public String name() {
      return page.table().name();
    }

    @Override
    public Call call(RequestBodies bodies) {
      var table = page.table();
      var query = table.isValueArray() ? "" : "skip=" + page.skip() + "&take=" + page.take();
      return new Call(table.call().path(), query, bodies.of(page));
    }

    @Override
    public Target halved() {
      return page.table().isValueArray() ? this : new OfPage(page.halved());
    }

    @Override
    public Target atMost(int rows) {
      return rows < page.take() ? new OfPage(page.taking(rows)) : this;
    }
  }

  /** A path that is no table. */
  record OfPath(String name) implements Target {
    @Override
    public Call call(RequestBodies bodies) {
      return new Call(name, "", "");
    }

    @Override
    public Target halved() {
      return this;
    }

    @Override
    public Target atMost(int rows) {
      return this;
    }
  }
}
