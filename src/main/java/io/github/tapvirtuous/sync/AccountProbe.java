package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.facts.AccountFacts;
import io.github.tapvirtuous.facts.TableFacts;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.sync.probe.NoAnswer;
import io.github.tapvirtuous.sync.probe.QuotaSteps;
import io.github.tapvirtuous.sync.probe.TableProbe;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.GetOrganization;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what is true of an account: a few questions to each table, and one try for each. */
public final class AccountProbe {
  private static final Set<Kind> IS_NO_FAILURE = Set.of(Kind.FORBIDDEN, Kind.USED_UP);

  private final VirtuousClient client;
  private final TapConfig config;
  private final RunReport report;
  private final QuotaSteps quota = new QuotaSteps();
  private final List<TableFacts> looked = new ArrayList<>();
  private Optional<TapException> failure = Optional.empty();
  private String whyNot = "";

  public AccountProbe(VirtuousClient client, TapConfig config, RunReport report) {
    this.client = client;
    this.config = config;
    this.report = report;
  }

  public AccountFacts run() {
    try {
      tryKey();
      config.reading().tables().forEach(this::look);
    } catch (SourceException broken) {
      if (broken.kind() == Kind.STOPPED) {
        throw broken;
      }
      end(broken, broken.inShort());
    } catch (TapException refused) {
      end(refused, "the key was refused");
    }
    return facts();
  }

  /** Finds out the word before the key as well, so that no table's requests are taken for it. */
  private void tryKey() {
    try {
      client.call(new GetOrganization(), report.stream("organization", "Organization"));
    } catch (SourceException closed) {
      if (closed.kind() != Kind.FORBIDDEN) {
        throw closed;
      }
    }
    quota.ended(client.quotaLeft());
  }

  private void look(Table table) {
    if (isReserved()) {
      whyNot = "\"rate_limit_reserve\" is reached";
    }
    if (!whyNot.isEmpty()) {
      return;
    }
    var tally = report.stream(table.name(), table.call().path());
    var probe = new TableProbe(client, table, tally, quota, config.reading().pageSize());
    var facts = probe.facts();
    probe.failure().ifPresent(this::note);
    if (facts.page().isPresent() || whyNot.isEmpty()) {
      looked.add(facts);
    }
  }

  /** What is left to others is left to them by a look, too. */
  private boolean isReserved() {
    var reserve = config.limits().rateLimitReserve();
    return reserve > 0 && client.quotaLeft().filter(left -> left <= reserve).isPresent();
  }

  private void note(SourceException ofTable) {
    if (NoAnswer.isOfAll(ofTable)) {
      end(ofTable, ofTable.inShort());
    } else {
      fail(ofTable);
    }
  }

  private void end(TapException why, String inWords) {
    whyNot = inWords;
    fail(why);
  }

  private void fail(TapException why) {
    var counts = !(why instanceof SourceException ours && IS_NO_FAILURE.contains(ours.kind()));
    failure = failure.or(() -> Optional.of(why).filter(any -> counts));
  }

  private AccountFacts facts() {
    var names = looked.stream().map(TableFacts::table).toList();
    var others =
        config.reading().tables().stream()
            .map(Table::name)
            .filter(name -> !names.contains(name))
            .toList();
    var requests = report.streams().stream().mapToLong(each -> each.requests()).sum();
    return new AccountFacts(failure, looked, others, whyNot, requests, quota.counted());
  }
}
