package tw.ecard.queue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("tw.ecard.queue");

    @Test
    void packages_have_no_cycles() {
        slices().matching("tw.ecard.queue.(*)..").should().beFreeOfCycles().check(service);
    }

    @Test
    void rules_know_neither_http_nor_the_database() {
        noClasses()
                .that()
                .resideInAnyPackage("tw.ecard.queue.clock..", "tw.ecard.queue.reason..")
                .or()
                .haveSimpleName("WorkingCalendar")
                .or()
                .haveSimpleName("CardNumber")
                .or()
                .haveSimpleName("SerialBlock")
                .or()
                .haveSimpleName("MailPolicy")
                .or()
                .haveSimpleName("CaseReturn")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..")
                .check(service);
    }

    @Test
    void a_ticket_knows_neither_http_nor_a_session() {
        noClasses()
                .that()
                .haveSimpleName("Ticket")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .check(service);
    }

    @Test
    void only_resources_and_their_views_know_http() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .doNotHaveSimpleName("TicketViews")
                .and()
                .doNotHaveSimpleName("RegistrationService")
                .and()
                .doNotHaveSimpleName("QueueApi")
                .and()
                .areTopLevelClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(service);
    }

    @Test
    void the_time_comes_from_an_injected_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(service);
    }
}
