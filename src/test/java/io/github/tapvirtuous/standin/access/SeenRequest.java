package io.github.tapvirtuous.standin.access;

import io.github.tapvirtuous.standin.http.StandInRequest;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that came in.
 *
 * @param path below the base URL, {@code Gift/Query/FullGift}
 * @param query {@code skip=0&take=250}
 * @param scheme the word before the key, {@code ""} without authorization
 * @param headers in lower case, without the authorization
 * @param table its name, or the path if that belongs to none
 * @param status of the reply
 */
public record SeenRequest(
    String method,
    String path,
    String query,
    String body,
    String scheme,
    Map<String, String> headers,
    String table,
    int status) {
  public SeenRequest {
    headers = Map.copyOf(headers);
  }

  public static SeenRequest of(StandInRequest request, String table, int status) {
    var headers = new TreeMap<>(request.headers());
    headers.remove("authorization");
    return new SeenRequest(
        request.method(),
        request.path(),
        request.query(),
        request.body(),
        request.header("authorization").split(" ", 2)[0],
        headers,
        table,
        status);
  }
}
