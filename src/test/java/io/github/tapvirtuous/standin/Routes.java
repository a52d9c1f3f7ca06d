package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import io.github.tapvirtuous.standin.query.QueryOptions;
import io.github.tapvirtuous.standin.query.QueryReader;
import io.github.tapvirtuous.standin.query.UnreadableQuery;
import io.github.tapvirtuous.standin.rows.Envelope;
import io.github.tapvirtuous.standin.rows.Query;
import io.github.tapvirtuous.standin.rows.TableRows;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what is allowed to be answered.
 *
 * @param rows by the name of their table
 */
record Routes(
    Map<String, TableRows> rows,
    QueryReader reader,
    SearchHabits habits,
    Communications communications,
    SingleRows singleRows,
    Webhooks webhooks) {

  /** How {@code Segment/Search} may differ from queries. */
  record SearchHabits(boolean refusesQueryBody, boolean ignoresPaging) {}

  static Optional<Table> table(String path) {
    return TableMap.all().stream().filter(table -> table.call().path().equals(path)).findFirst();
  }

  StandInReply answer(StandInRequest request, List<Fault> faults) {
    try {
      return table(request.path())
          .map(table -> rows(table, request, faults))
          .orElseGet(() -> other(request));
    } catch (UnreadableQuery refused) {
      var body = "{\"message\":" + quoted(refused) + "}";
      return StandInReply.json(400, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String quoted(UnreadableQuery refused) {
    return '"' + String.valueOf(refused.getMessage()).replace("\"", "\\\"") + '"';
  }

  private StandInReply rows(Table table, StandInRequest request, List<Fault> faults) {
    if (!request.method().equals(table.call().method())) {
      return StandInReply.text(
          405, "application/json", "{\"message\":\"The requested resource does not support it.\"}");
    }
    var snapshot = Optional.ofNullable(rows.get(table.name())).orElseThrow().now();
    var query = asked(table, request);
    var envelope = table.isValueArray() ? Envelope.BARE_ARRAY : Envelope.LIST_AND_TOTAL;
    for (var fault : faults) {
      query = fault.onQuery().apply(query);
      envelope = fault.onEnvelope().apply(envelope);
    }
    var reply = StandInReply.json(200, snapshot.select(query).render(snapshot, envelope));
    return table.name().equals(Communications.TABLE) ? communications.queried(reply) : reply;
  }

  private Query asked(Table table, StandInRequest request) {
    var search = table.call().body() == Table.Body.SEARCH;
    if (search && habits.refusesQueryBody() && QueryReader.body(request).size() != 1) {
      throw new UnreadableQuery("The request is invalid.");
    }
    var query = reader.read(request, table);
    var whole = table.isValueArray() || (search && habits.ignoresPaging());
    return whole ? query.page(0, Integer.MAX_VALUE) : query;
  }

  private StandInReply other(StandInRequest request) {
    if (Webhooks.concerns(request.path())) {
      return webhooks.answer(request);
    }
    if (Communications.concerns(request.path()) && request.method().equals("GET")) {
      return communications.ofCampaign(request);
    }
    var single = singleRows.answer(request.path()).filter(row -> request.method().equals("GET"));
    if (single.isPresent()) {
      return single.get();
    }
    return switch (request.method() + " " + request.path()) {
      case "GET Organization" -> sample("organization_list");
      case "GET Organization/Current" -> sample("organization_current");
      default ->
          QueryOptions.reply(request.path(), reader.understanding())
              .orElseGet(() -> Samples.error("404"));
    };
  }

  private static StandInReply sample(String file) {
    return StandInReply.json(200, Samples.text(file).getBytes(StandardCharsets.UTF_8));
  }
}
