package io.github.tapvirtuous.standin.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A request as the stand-in sees it: below the base URL, with header names in lower case. */
public final class StandInRequest {
  private static final Pattern SKIP = Pattern.compile("(?:^|&)skip=([0-9]{1,9})(?:&|$)");

  private final String method;
  private final String target;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param target path and query below the base URL, without a leading slash: {@code
   *     Gift/Query/FullGift?skip=0&take=10}
   */
  public StandInRequest(String method, String target, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.target = target;
    this.headers = new TreeMap<>();
    headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
    this.body = body.clone();
  }

  public String method() {
    return method;
  }

  public String path() {
    var mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  public String query() {
    var mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  /** Rows before the page that is asked for; 0 where nothing is said of it. */
  public int skip() {
    var found = SKIP.matcher(query());
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public Map<String, String> headers() {
    return headers;
  }

  public String body() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
