package tw.ecard.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The few rules about who may know whom, over the classes of all modules. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tw.ecard");

    private static final String KIT = "tw.ecard.kit..";
    private static final String REGISTRATION = "tw.ecard.registration..";
    private static final String QUEUE = "tw.ecard.queue..";
    private static final String LOCAL_STACK = "tw.ecard.localstack..";

    private static final String CLIENT_OF_THE_OTHER_SERVICE =
            "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private static final String DESCRIPTION_OF_THE_API =
            "org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition";
    private static final String FILES_OVER_HTTP = "tw.ecard.registration.upload";

    private static final Set<Class<?>> READERS_OF_TIME = Set.of(
            java.time.Instant.class,
            java.time.LocalDate.class,
            java.time.LocalDateTime.class,
            java.time.LocalTime.class,
            java.time.OffsetDateTime.class,
            java.time.ZonedDateTime.class,
            java.time.Year.class,
            java.time.YearMonth.class);

    @Test
    void every_module_is_looked_at() {
        for (String module : new String[] {KIT, REGISTRATION, QUEUE, LOCAL_STACK}) {
            assertThat(CLASSES.that(resideInAPackage(module))).as(module).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tw.ecard.kit.(*)..",
                "tw.ecard.registration.(*)..",
                "tw.ecard.queue.(*)..",
                "tw.ecard.localstack.(*).."
            })
    void packages_have_no_cycles(String features) {
        slices().matching(features).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_kit_knows_neither_service() {
        noClasses()
                .that()
                .resideInAPackage(KIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REGISTRATION, QUEUE, LOCAL_STACK)
                .check(CLASSES);
    }

    @Test
    void the_services_know_each_other_by_contract_only() {
        noClasses()
                .that()
                .resideInAPackage(REGISTRATION)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(QUEUE)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(QUEUE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(REGISTRATION)
                .check(CLASSES);
    }

    @Test
    void nothing_that_runs_in_production_knows_the_local_stack() {
        noClasses()
                .that()
                .resideInAnyPackage(KIT, REGISTRATION, QUEUE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LOCAL_STACK)
                .check(CLASSES);
    }

    @Test
    void only_the_edge_speaks_http() {
        noClasses()
                .that(resideInAPackage(REGISTRATION).or(resideInAPackage(QUEUE)))
                .and(DescribedPredicate.not(DescribedPredicate.describe("at the edge", ArchitectureTest::isAtTheEdge)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx.ext.web..")
                .check(CLASSES);
    }

    @Test
    void rows_that_are_stored_know_no_session() {
        noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.Session")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void rules_know_neither_http_nor_the_database() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "tw.ecard.queue.clock..",
                        "tw.ecard.queue.reason..",
                        "tw.ecard.registration.reader..",
                        "tw.ecard.registration.spreadsheet..",
                        "tw.ecard.registration.roster.check..",
                        "tw.ecard.registration.roster.template..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..", "jakarta.persistence..", "io.quarkus..", "java.sql..", "tw.ecard.kit.sql..")
                .check(CLASSES);
    }

    @Test
    void time_is_read_from_the_injected_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("tw.ecard.kit.time.ClockProducer")
                .and()
                .doNotHaveFullyQualifiedName("tw.ecard.localstack.Launcher")
                .should()
                .accessTargetWhere(readsTheMachinesClock())
                .check(CLASSES);
    }

    @Test
    void dates_are_of_java_time() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Date.class).check(CLASSES);
    }

    @Test
    void services_write_to_the_log_and_not_to_the_console() {
        noClasses()
                .that()
                .resideInAnyPackage(KIT, REGISTRATION, QUEUE)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void resources_are_called_so() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .and()
                .areNotInterfaces()
                .should()
                .haveSimpleNameEndingWith("Resource")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** Resources and what they show or read, clients of the other service, and whoever calls such a client. */
    private static boolean isAtTheEdge(JavaClass type) {
        JavaClass outermost = type.getEnclosingClass().orElse(type);
        return outermost.getSimpleName().matches(".*(Resource|Views?|Request|Filter)")
                || outermost.isAnnotatedWith(DESCRIPTION_OF_THE_API)
                || outermost.getPackageName().equals(FILES_OVER_HTTP)
                || isClient(type)
                || type.getDirectDependenciesFromSelf().stream().anyMatch(known -> isClient(known.getTargetClass()));
    }

    private static boolean isClient(JavaClass type) {
        return type.isAnnotatedWith(CLIENT_OF_THE_OTHER_SERVICE);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheMachinesClock() {
        return DescribedPredicate.describe("the machine's clock is read", access -> {
            AccessTarget target = access.getTarget();
            JavaClass owner = target.getOwner();
            if (owner.isEquivalentTo(Clock.class)) {
                return target.getName().startsWith("system") || target.getName().startsWith("tick");
            }
            if (owner.isEquivalentTo(System.class)) {
                return target.getName().equals("currentTimeMillis");
            }
            boolean now = target.getName().equals("now");
            return now && READERS_OF_TIME.stream().anyMatch(owner::isEquivalentTo) && readsNoGivenClock(access);
        });
    }

    private static boolean readsNoGivenClock(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream().noneMatch(are(assignableTo(Clock.class)));
    }
}
