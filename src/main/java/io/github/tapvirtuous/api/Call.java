package io.github.tapvirtuous.api;

/**
 * One HTTP request, but for its headers.
 *
 * @param path below the base URL
 * @param query without its question mark; {@code ""} for none
 * @param body JSON; {@code ""} makes it a GET
 */
record Call(String path, String query, String body) {
  String method() {
    return body.isEmpty() ? "GET" : "POST";
  }

  /** What stands behind the base URL. */
  String pathAndQuery() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
