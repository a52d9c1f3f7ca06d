package io.github.tapvirtuous.virtuous.http;

/**
 * One HTTP request, but for its headers.
 *
 * @param path below the base URL
 * @param query without its question mark; {@code ""} for none
 * @param body JSON; {@code ""} for none
 */
public record Request(Method method, String path, String query, String body) {

  /** What HTTP calls a method. */
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  public static Request get(String path) {
    return new Request(Method.GET, path, "", "");
  }

  public static Request post(String path, String body) {
    return new Request(Method.POST, path, "", body);
  }

  public static Request put(String path, String body) {
    return new Request(Method.PUT, path, "", body);
  }

  public static Request delete(String path) {
    return new Request(Method.DELETE, path, "", "");
  }

  /** The same with a query. */
  public Request withQuery(String text) {
    return new Request(method, path, text, body);
  }

  /** What stands behind the base URL. */
  public String pathAndQuery() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
