package io.github.tapvirtuous.virtuous.http;

/**
 * One HTTP request, but for its headers.
 *
 * @param path below the base URL
 * @param query without its question mark; {@code ""} for none
 * @param body JSON; {@code ""} makes it a GET
 */
public record HttpCall(String path, String query, String body) {
  public String method() {
    return body.isEmpty() ? "GET" : "POST";
  }

  /** What stands behind the base URL. */
  public String pathAndQuery() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
