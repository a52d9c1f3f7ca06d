package io.github.tapvirtuous;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The walls of the stand-in, which is a program too. */
final class StandInArchitectureTest {
  private static final String HOUSE = "io.github.tapvirtuous";
  private static final String STAND_IN = HOUSE + ".standin";
  private static final long FEWEST_CLASSES = 2;
  private static final long MOST_CLASSES = 15;

  private static final JavaClasses CLASSES = ofTheProgram();

  private static JavaClasses ofTheProgram() {
    ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.OFF);
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("Test.class"))
        .importPackages(STAND_IN);
  }

  @Test
  void packages_form_no_ring() {
    slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void of_the_tap_it_knows_the_table_map_alone() {
    var outside = resideOutsideOfPackage(HOUSE + "..");
    var known = resideInAnyPackage(STAND_IN + "..", HOUSE + ".table");

    classes().should().onlyDependOnClassesThat(outside.or(known)).check(CLASSES);
  }

  @Test
  void a_package_holds_two_to_fifteen_classes() {
    var sizes =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(groupingBy(JavaClass::getPackageName, counting()));

    assertThat(sizes)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            (name, count) -> assertThat(count).as(name).isBetween(FEWEST_CLASSES, MOST_CLASSES));
  }
}
