package io.github.tapvirtuous.cli.check;

import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.sync.ConnectionCheck;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a check found, as one JSON object for programs. */
public final class CheckJson {
  private CheckJson() {}

  public static ObjectNode of(ConnectionCheck.Result result) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("test_result", result.failure().isEmpty());
    json.put("message", result.failure().map(TapException::getMessage).orElse("The key is good."));
    json.put(
        "auth_scheme",
        result.authScheme().map(scheme -> scheme.name().toLowerCase(Locale.ROOT)).orElse(null));
    json.put("organization", result.organization().isEmpty() ? null : result.organization());
    result.tables().forEach(json.putObject("tables")::put);
    result.rows().forEach(json.putObject("rows")::put);
    json.put("quota_left", result.quotaLeft().orElse(null));
    return json;
  }
}
