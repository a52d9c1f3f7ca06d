package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.virtuous.http.HttpCall;

/** What a request is about: a page of a table, or a path that is no table. */
sealed interface Asked {
  /** For people: the table, or the path. */
  String name();

  HttpCall call(RequestBodies bodies);

  /** The same in a lighter form; itself where there is none. */
  Asked halved();

  /** The same with so many rows at most, where it has rows. */
  Asked atMost(int rows);

  /** One page of a table. */
  record OfPage(PageRequest page) implements Asked {
    @Override
    public String name() {
      return page.table().name();
    }

    @Override
    public HttpCall call(RequestBodies bodies) {
      var table = page.table();
      var query = table.isValueArray() ? "" : "skip=" + page.skip() + "&take=" + page.take();
      return new HttpCall(table.call().path(), query, bodies.of(page));
    }

    @Override
    public Asked halved() {
      return page.table().isValueArray() ? this : new OfPage(page.halved());
    }

    @Override
    public Asked atMost(int rows) {
      return rows < page.take() ? new OfPage(page.taking(rows)) : this;
    }
  }

  /** A path that is no table. */
  record OfPath(String name) implements Asked {
    @Override
    public HttpCall call(RequestBodies bodies) {
      return new HttpCall(name, "", "");
    }

    @Override
    public Asked halved() {
      return this;
    }

    @Override
    public Asked atMost(int rows) {
      return this;
    }
  }
}
