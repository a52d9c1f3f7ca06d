package io.github.tapvirtuous;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.tapvirtuous.airbyte.AirbyteMessages;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.log.LogConfigurator;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.singer.SingerMessages;
import io.github.tapvirtuous.sync.AccountProbe;
import io.github.tapvirtuous.sync.ConnectionCheck;
import io.github.tapvirtuous.sync.Discovery;
import io.github.tapvirtuous.sync.Extraction;
import io.github.tapvirtuous.sync.RunParts;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The walls of the house. */
final class ArchitectureTest {
  private static final String ROOT = "io.github.tapvirtuous";

  /** From top to bottom: a package knows its own floor and those below. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(""),
          List.of(".cli"),
          List.of(".cli.webhook", ".cli.airbyte"),
          List.of(".cli.check", ".cli.inbox", ".cli.report"),
          List.of(".cli.help"),
          List.of(".singer", ".airbyte", ".terminal"),
          List.of(".airbyte.line"),
          List.of(".log"),
          List.of(".sync", ".webhook"),
          List.of(".sync.inbox", ".webhook.receiver"),
          List.of(".sync.keyed", ".webhook.watch"),
          List.of(".sync.plan", ".sync.probe"),
          List.of(".sync.read"),
          List.of(".sync.detour", ".sync.payload"),
          List.of(".sync.scan"),
          List.of(".sync.state"),
          List.of(".sync.proof"),
          List.of(".sync.query"),
          List.of(".sync.sample"),
          List.of(".message", ".virtuous"),
          List.of(".virtuous.quota"),
          List.of(".virtuous.http", ".row"),
          List.of(".virtuous.route"),
          List.of(".inbox"),
          List.of(".inbox.database"),
          List.of(".report", ".facts", ".event"),
          List.of(".config"),
          List.of(".config.source"),
          List.of(".table", ".json", ".file"),
          List.of(".text"),
          List.of(".error"));

  private static final Set<Class<?>> PARTS =
      Set.of(
          RunParts.class,
          Discovery.class,
          Extraction.class,
          ConnectionCheck.class,
          AccountProbe.class,
          FetchThreads.class,
          RunReport.class,
          SingerMessages.class,
          AirbyteMessages.class);

  private static final JavaClasses OURS = ours();

  private static JavaClasses ours() {
    ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.OFF);
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false); // ten times as fast
    return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);
  }

  @Test
  void imports_point_down_and_every_class_has_its_floor() {
    var house =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .ensureAllClassesAreContainedInArchitecture();
    for (var floor : FLOORS) {
      house.layer(name(floor)).definedBy(floor.stream().map(ROOT::concat).toArray(String[]::new));
    }
    house.whereLayer(name(FLOORS.get(0))).mayNotBeAccessedByAnyLayer();
    for (var floor : FLOORS.subList(1, FLOORS.size())) {
      var above = FLOORS.subList(0, FLOORS.indexOf(floor)).stream().map(ArchitectureTest::name);
      house.whereLayer(name(floor)).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
    }
    house.check(OURS);
  }

  private static String name(List<String> floor) {
    return String.join(" ", floor).isEmpty() ? "Main" : String.join(" ", floor);
  }

  @Test
  void every_package_of_a_floor_exists() {
    for (var floor : FLOORS) {
      assertThat(floor).allMatch(name -> OURS.containPackage(ROOT + name));
    }
  }

  @Test
  void an_inner_package_is_seen_by_its_parent_and_its_siblings_alone() {
    for (var inner :
        FLOORS.stream().flatMap(List::stream).filter(ArchitectureTest::isInner).toList()) {
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + inner.substring(0, inner.lastIndexOf('.')) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + inner)
          .check(OURS);
    }
  }

  private static boolean isInner(String name) {
    return name.lastIndexOf('.') > 0;
  }

  @Test
  void a_type_is_public_only_if_another_package_uses_it() {
    var used = describe("used from another package", ArchitectureTest::isUsedElsewhere);
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .doNotBelongToAnyOf(Main.class, LogConfigurator.class) // Java itself makes these
        .and()
        .doNotBelongToAnyOf(HelpText.class) // constants are copied to where they are used
        .should(be(used))
        .check(OURS);
  }

  private static boolean isUsedElsewhere(JavaClass each) {
    return each.getDirectDependenciesToSelf().stream()
            .anyMatch(use -> !use.getOriginClass().getPackage().equals(each.getPackage()))
        || each.getSubclasses().stream()
            .anyMatch(heir -> !heir.getPackage().equals(each.getPackage()));
  }

  @Test
  void packages_form_no_ring() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
  }

  @ParameterizedTest
  @CsvSource({
    "cli.., picocli..",
    "virtuous.http, java.net.http..",
    "config.source, com.networknt..",
    "inbox.., java.sql..",
    "webhook.receiver, org.eclipse.jetty..",
    "webhook.watch, io.prometheus..",
  })
  void each_of_these_is_one_packages_business(String owner, String business) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + owner)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(business)
        .check(OURS);
    assertThat(OURS.stream())
        .as("someone in " + owner + " uses " + business)
        .anyMatch(each -> uses(business, each));
  }

  private static boolean uses(String business, JavaClass user) {
    return user.getDirectDependenciesFromSelf().stream()
        .anyMatch(each -> resideInAPackage(business).test(each.getTargetClass()));
  }

  @Test
  void only_main_touches_standard_output_and_ends_the_program() {
    var others = noClasses().that().doNotBelongToAnyOf(Main.class).should();
    others.accessField(System.class, "out").check(OURS);
    others.callMethod(System.class, "exit", int.class).check(OURS);
    others.callMethod(System.class, "setOut", java.io.PrintStream.class).check(OURS);
    others.accessField(java.io.FileDescriptor.class, "out").check(OURS);
  }

  @Test
  void the_older_jackson_is_not_used() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.fasterxml.jackson..")
                .and(not(resideInAPackage("com.fasterxml.jackson.annotation.."))))
        .check(OURS);
  }

  @Test
  void nothing_static_changes() {
    fields().that().areStatic().should().beFinal().check(OURS);
  }

  @Test
  void fields_are_private_but_for_constants() {
    fields()
        .that()
        .areNotStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .and()
        .areDeclaredInClassesThat()
        .areNotEnums()
        .should()
        .bePrivate()
        .check(OURS);
  }

  @Test
  void no_class_is_open_to_inheritance() {
    var closed = describe("closed", (JavaClass each) -> isClosed(each) || isOwnException(each));
    classes().that().areNotAnonymousClasses().should(be(closed)).check(OURS);
  }

  private static boolean isClosed(JavaClass each) {
    return each.isInterface()
        || each.isEnum()
        || each.getModifiers().contains(JavaModifier.FINAL)
        || each.reflect().isSealed();
  }

  private static boolean isOwnException(JavaClass each) {
    return Throwable.class.isAssignableFrom(each.reflect())
        && !each.getModifiers().contains(JavaModifier.PUBLIC);
  }

  @Test
  void only_commands_put_the_working_parts_together() {
    var isPart = describe("a working part", (JavaClass each) -> PARTS.contains(each.reflect()));

    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .callConstructorWhere(target(owner(isPart)))
        .check(OURS);
  }
}
