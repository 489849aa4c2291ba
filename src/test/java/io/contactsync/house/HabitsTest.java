package io.contactsync.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.contactsync.house.OurClasses.check;
import static io.contactsync.house.Rooms.CONTACT;
import static io.contactsync.house.Rooms.CORE;
import static io.contactsync.house.Rooms.CSV;
import static io.contactsync.house.Rooms.JOURNAL;
import static io.contactsync.house.Rooms.PROBE;
import static io.contactsync.house.Rooms.RUN;
import static io.contactsync.house.Rooms.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What code does in no room, or in one: read the clock, wait, speak the machine's language, restrict too late. */
class HabitsTest {

    @Test
    void theSandboxHasOneClock() {
        check(noClasses().that().resideInAPackage(SANDBOX).and(not(simpleName("SandboxClock"))).should()
                .callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "currentTimeMillis").orShould()
                .callMethod(Thread.class, "sleep", long.class));
    }

    /** A file that is restricted after it was made could be read until then: rights are given while it is made. */
    @Test
    void noFileIsPrivateOnlyAfterwards() {
        check(noClasses().should().callMethod(Files.class, "setPosixFilePermissions", Path.class, Set.class));
    }

    @Test
    void timeRandomnessAndWaitingComeFromOutside() {
        check(noClasses().that().resideInAnyPackage(CORE, CSV, CONTACT, JOURNAL, RUN, PROBE)
                .should(readTheClockOrWait()));
        ArchRule everywhere = noClasses().should(readTheClockOrWait());
        assertThat(everywhere.evaluate(new ClassFileImporter().importClasses(Sleeper.class)).hasViolation()).isTrue();
    }

    private static ArchCondition<JavaClass> readTheClockOrWait() {
        return ArchConditions.callMethod(Thread.class, "sleep", long.class)
                .or(ArchConditions.callMethod(Instant.class, "now"))
                .or(ArchConditions.callMethod(LocalDate.class, "now"))
                .or(ArchConditions.callMethod(LocalDateTime.class, "now"))
                .or(ArchConditions.callMethod(OffsetDateTime.class, "now"))
                .or(ArchConditions.callMethod(ZonedDateTime.class, "now"))
                .or(ArchConditions.callMethod(System.class, "currentTimeMillis"))
                .or(ArchConditions.callMethod(System.class, "nanoTime"))
                .or(ArchConditions.callConstructor(Random.class)).or(ArchConditions.callMethod(Math.class, "random"));
    }

    @Test
    void theSystemClockIsReadInOnePlace() {
        check(noClasses().that(not(name("io.contactsync.run.Runs"))).and()
                .resideInAnyPackage(CORE, CSV, CONTACT, JOURNAL, RUN, PROBE).should()
                .callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone"));
    }

    /** Arabic digits in a sentence, or an i without its dot in a key, depend on the machine then. */
    @Test
    void nothingIsFormattedInTheMachinesLanguage() {
        // Camel generates what ends so
        check(noClasses()
                .that(not(DescribedPredicate.describe("generated",
                        (JavaClass type) -> type.getSimpleName().endsWith("Configurer"))))
                .should(speakTheMachinesLanguage()));
        ArchRule everywhere = noClasses().should(speakTheMachinesLanguage());
        for (Class<?> bad : List.of(Formatted.class, Format.class, Lower.class, Upper.class)) {
            assertThat(everywhere.evaluate(new ClassFileImporter().importClasses(bad)).hasViolation())
                    .as(bad.getSimpleName()).isTrue();
        }
    }

    private static ArchCondition<JavaClass> speakTheMachinesLanguage() {
        return ArchConditions.callMethod(String.class, "formatted", Object[].class)
                .or(ArchConditions.callMethod(String.class, "format", String.class, Object[].class))
                .or(ArchConditions.callMethod(String.class, "toLowerCase"))
                .or(ArchConditions.callMethod(String.class, "toUpperCase"));
    }

    /** What the rule on languages must notice. */
    private static final class Formatted {
        String text() {
            return "%d".formatted(1);
        }
    }

    /** The same. */
    private static final class Format {
        String text() {
            return String.format("%d", 1);
        }
    }

    /** The same. */
    private static final class Lower {
        String text() {
            return "I".toLowerCase();
        }
    }

    /** The same. */
    private static final class Upper {
        String text() {
            return "i".toUpperCase();
        }
    }

    /** What the rule on waiting must notice. */
    private static final class Sleeper {
        void nap() throws InterruptedException {
            Thread.sleep(0);
        }
    }
}
