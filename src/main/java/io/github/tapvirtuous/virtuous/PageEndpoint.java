package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.table.Table.Body;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;
import java.util.function.Function;

/**
 * One page of a table.
 *
 * @param reader of the body
 * @param bodies what the requests of this run say
 */
record PageEndpoint<T>(PageRequest page, Function<Bytes, T> reader, RequestBodies bodies)
    implements Endpoint<Page<T>> {
  @Override
  public Request request() {
    var call = page.table().call();
    var request =
        call.body() == Body.NONE
            ? Request.get(call.path())
            : Request.post(call.path(), bodies.of(page));
    return page.table().isPaged()
        ? request.withQuery("skip=" + page.skip() + "&take=" + page.take())
        : request;
  }

  @Override
  public Page<T> read(HttpReply reply) {
    var content = reader.apply(reply.body());
    return new Page<>(page, content, reply.receivedAt(), reply.sentAt(), reply.date());
  }

  @Override
  public boolean isRepeatable() {
    return true; // a POST here is a question
  }

  @Override
  public String inWords() {
    return page.table().name();
  }

  @Override
  public PageEndpoint<T> lighter() {
    return page.table().isPaged() ? of(page.halved()) : this;
  }

  @Override
  public int rows() {
    return page.take();
  }

  @Override
  public PageEndpoint<T> atMost(int rows) {
    return rows < page.take() ? of(page.taking(rows)) : this;
  }

  private PageEndpoint<T> of(PageRequest other) {
    return new PageEndpoint<>(other, reader, bodies);
  }

  @Override
  public boolean isRephrasedAfter(Request refused) {
    if (page.table().call().body() == Body.SEARCH) {
      bodies.searchAlone();
    }
    return !request().equals(refused);
  }
}
