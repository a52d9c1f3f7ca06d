package io.github.tapvirtuous.ecosystem.compatibility;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;
import static org.junit.platform.commons.support.ReflectionSupport.findAllClassesInPackage;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The tests that try the tap with other programs. */
public final class Trials {
  private static final String ECOSYSTEM = "io.github.tapvirtuous.ecosystem";
  private static final List<Class<?>> CLASSES =
      findAllClassesInPackage(ECOSYSTEM, type -> type.isAnnotationPresent(With.class), any -> true);

  private Trials() {}

  /** All of them, by the packages that bring them. */
  public static SortedSet<String> programs() {
    var programs = new TreeSet<String>();
    CLASSES.forEach(type -> programs.addAll(programs(type)));
    return programs;
  }

  private static List<String> programs(Class<?> type) {
    return findAnnotation(type, With.class).map(With::value).map(List::of).orElseGet(List::of);
  }

  /** A target is tried in several respects, other programs are not. */
  static boolean isTarget(String program) {
    return tried(program).findAny().isPresent();
  }

  static boolean tries(String program, Aspect aspect) {
    return tried(program).anyMatch(aspect::equals);
  }

  private static Stream<Aspect> tried(String program) {
    return tests(program)
        .flatMap(test -> findAnnotation(test, Tried.class).stream())
        .flatMap(tried -> Arrays.stream(tried.value()));
  }

  /** What its tests say, which are named in sentences, by their classes. */
  static SortedMap<String, List<String>> sentences(String program) {
    var sentences = new TreeMap<String, List<String>>();
    classes(program)
        .forEach(
            type ->
                sentences.put(
                    type.getSimpleName(),
                    tests(type).stream().map(Trials::sentence).sorted().toList()));
    return sentences;
  }

  private static String sentence(Method test) {
    return test.getName().replace('_', ' ');
  }

  private static Stream<Class<?>> classes(String program) {
    return CLASSES.stream().filter(type -> programs(type).contains(program));
  }

  private static Stream<Method> tests(String program) {
    return classes(program).flatMap(type -> tests(type).stream());
  }

  private static List<Method> tests(Class<?> type) {
    return findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN);
  }
}
