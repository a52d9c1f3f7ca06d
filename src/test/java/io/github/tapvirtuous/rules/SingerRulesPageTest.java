package io.github.tapvirtuous.rules;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;
import static org.junit.platform.commons.support.ReflectionSupport.findAllClassesInPackage;

import io.github.tapvirtuous.testing.Expectation;
import io.github.tapvirtuous.testing.Rule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The page of Singer's rules: each is held by tests that name it, or says why not yet. */
final class SingerRulesPageTest {
  private static final Path PAGE = Path.of("docs", "singer-rules.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([A-Z]+)-(\\d+) \\| (.+) \\| (.*) \\|$");
  private static final String NOT_YET = "Not yet: ";

  private static final List<Method> HOLDERS =
      findAllClassesInPackage("io.github.tapvirtuous", type -> true, name -> true).stream()
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(Rule.class))
          .toList();

  /**
   * A line of the page.
   *
   * @param heldBy its tests, as {@code -Dtest} takes them
   */
  private record Row(String group, int number, String asks, String heldBy) {
    static Row of(MatchResult line) {
      return new Row(line.group(1), Integer.parseInt(line.group(2)), line.group(3), line.group(4));
    }

    String rule() {
      return group + "-" + number;
    }

    Row withHolders() {
      var tests = holders().sorted().collect(joining("<br>"));
      return tests.isEmpty() ? this : new Row(group, number, asks, tests);
    }

    Stream<String> holders() {
      return HOLDERS.stream()
          .filter(test -> rules(test).contains(rule()))
          .map(test -> "`" + test.getDeclaringClass().getSimpleName() + "#" + test.getName() + "`");
    }

    String line() {
      return String.join(" | ", "| " + rule(), asks, heldBy + " |");
    }
  }

  private static List<String> rules(Method test) {
    return List.of(test.getAnnotation(Rule.class).value());
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().map(Row::of).toList();
  }

  /** {@code mvn test -Dtest=SingerRulesPageTest -Dgolden.update} writes it; then read the diff. */
  @Test
  void shows_the_tests_that_hold_each_rule() throws IOException {
    var page = ROW.matcher(Files.readString(PAGE));

    Expectation.matches(
        PAGE, page.replaceAll(line -> quoteReplacement(Row.of(line).withHolders().line())));
  }

  @Test
  void a_rule_that_no_test_holds_says_why_not_yet() throws IOException {
    var silent =
        rows().stream()
            .filter(row -> row.holders().findAny().isEmpty() && !row.heldBy().startsWith(NOT_YET));

    assertThat(silent.map(Row::rule)).as("rules without a test").isEmpty();
  }

  @Test
  void every_rule_that_a_test_names_is_on_the_page() throws IOException {
    var known = rows().stream().map(Row::rule).toList();
    var named = HOLDERS.stream().flatMap(test -> rules(test).stream());

    assertThat(named.filter(rule -> !known.contains(rule))).as("unknown rules").isEmpty();
  }

  @Test
  void no_number_is_left_out_and_none_comes_twice() throws IOException {
    Map<String, List<Integer>> groups =
        rows().stream().collect(groupingBy(Row::group, mapping(Row::number, toList())));

    assertThat(groups).hasSize(9);
    assertThat(groups.values())
        .allSatisfy(
            numbers ->
                assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList()));
  }

  @Test
  void only_tests_name_rules() {
    assertThat(HOLDERS).isNotEmpty().allMatch(method -> isAnnotated(method, Testable.class));
  }
}
