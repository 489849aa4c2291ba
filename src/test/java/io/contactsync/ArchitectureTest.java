package io.contactsync;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.contactsync.core.Action;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.probe.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which room knows which. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.contactsync");
    private static final String CORE = "io.contactsync.core..";
    private static final String CONTACT = "io.contactsync.contact..";
    private static final String JOURNAL = "io.contactsync.journal..";
    private static final String RUN = "io.contactsync.run..";
    private static final String GRAPH = "io.contactsync.microsoftgraph..";
    private static final String SANDBOX = "io.contactsync.sandbox..";
    private static final String PROBE = "io.contactsync.probe..";
    private static final String SOURCE = "io.contactsync.source..";
    private static final String PROBLEM = "io.contactsync.problem..";
    private static final String CSV = "io.contactsync.source.csv..";
    private static final String KAMELET = "io.contactsync.kamelet..";
    private static final String NOTIFY = "io.contactsync.notify..";
    private static final String CLI = "io.contactsync.cli..";
    private static final DescribedPredicate<JavaClass> PURE =
            resideInAnyPackage(CORE, "java.lang..", "java.util..", "java.time..", "java.nio.charset..")
                    .or(name("java.security.MessageDigest")).or(name("java.security.NoSuchAlgorithmException"))
                    .as("the pure part of the JDK");

    /** A rule that finds no class to look at would hold for ever: ArchUnit lets it fail. */
    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void theCoreIsPure() {
        check(noClasses().that().resideInAPackage(CORE).should()
                .dependOnClassesThat(not(PURE).and(not(DescribedPredicate.describe("arrays and primitives",
                (JavaClass type) -> type.isArray() || type.isPrimitive())))));
    }

    @Test
    void thePureListNoticesWhatIsNotPure() {
        JavaClasses jdk = new ClassFileImporter().importClasses(java.io.File.class, java.nio.file.Files.class,
                java.util.List.class, Action.class);
        assertThat(jdk).filteredOn(PURE).extracting(JavaClass::getSimpleName).containsExactlyInAnyOrder("List",
                "Action");
    }

    @Test
    void onlyTheComponentTheCommandLineAndTheKameletRoomKnowCamel() {
        check(noClasses().that().resideOutsideOfPackages(GRAPH, CLI, KAMELET, NOTIFY).should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel.."));
        // camel-mail takes a server's address from nothing else than a sender of its own
        check(noClasses().that().resideInAPackage(NOTIFY).should()
                .dependOnClassesThat(resideInAPackage("org.apache.camel..")
                .and(not(name("org.apache.camel.component.mail.DefaultJavaMailSender")))));
    }

    @Test
    void onlyTheComponentAndTheSandboxKnowHttp() {
        // PageServer puts the page of serve on Camel's own management server
        check(noClasses().that().resideOutsideOfPackages(GRAPH, SANDBOX).and(not(simpleName("PageServer"))).should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.hc..", "io.vertx..", "com.microsoft.aad.."));
    }

    @Test
    void theComponentCouldBeAProjectOfItsOwn() {
        check(noClasses().that().resideInAPackage(GRAPH).should()
                .dependOnClassesThat(resideInAPackage("io.contactsync..").and(not(resideInAPackage(GRAPH)))));
    }

    /** By where the file of its source stands: the command line knows the others, and nobody else knows anybody. */
    @Test
    void rootsKnowEachOtherOneWay() {
        check(noClasses().that(standIn("main", "generated")).should().dependOnClassesThat(standIn("cli", "sandbox")));
        check(noClasses().that(standIn("sandbox")).should().dependOnClassesThat(standIn("main", "generated", "cli")));
        assertThat(CLASSES).filteredOn(standIn("cli")).isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> standIn(String... roots) {
        return DescribedPredicate.describe("stand in src/" + String.join(", src/", roots), type -> {
            String file = type.getPackageName().replace('.', '/') + "/"
                    + type.getBaseComponentType().getSource().flatMap(Source::getFileName).orElse("");
            return Arrays.stream(roots).anyMatch(root -> Files.isRegularFile(Path.of("src", root, "java", file)));
        });
    }

    /** A line for each room: it knows itself, the rooms named after it, and no others. The face knows all. */
    @Test
    void theSandboxIsBuiltInLayers() {
        sandboxRoomKnows("protocol");
        sandboxRoomKnows("store", "protocol");
        sandboxRoomKnows("api", "store", "protocol");
        sandboxRoomKnows("identity", "protocol");
        sandboxRoomKnows("faults", "store", "protocol", "identity");
        sandboxRoomKnows("service", "faults", "api", "store", "protocol", "identity");
        sandboxRoomKnows("people.card");
        sandboxRoomKnows("people", "people.card", "store", "protocol");
    }

    @Test
    void theSandboxHasOneClock() {
        check(noClasses().that().resideInAPackage(SANDBOX).and(not(simpleName("SandboxClock"))).should()
                .callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "currentTimeMillis").orShould()
                .callMethod(Thread.class, "sleep", long.class));
    }

    private static void sandboxRoomKnows(String... rooms) {
        String[] packages = Arrays.stream(rooms).map(room -> "io.contactsync.sandbox." + room).toArray(String[]::new);
        check(noClasses().that().resideInAPackage(packages[0]).should()
                .dependOnClassesThat(resideInAPackage(SANDBOX).and(not(resideInAnyPackage(packages)))));
    }

    /** A file that is restricted after it was made could be read until then: rights are given while it is made. */
    @Test
    void noFileIsPrivateOnlyAfterwards() {
        check(noClasses().should().callMethod(Files.class, "setPosixFilePermissions", Path.class, Set.class));
    }

    @Test
    void nothingKnowsTheCommandLine() {
        check(noClasses().that().resideOutsideOfPackage(CLI).should().dependOnClassesThat().resideInAPackage(CLI));
    }

    @Test
    void theRoomsOfTheCommandLineKnowEachOtherOneWay() {
        slices().matching("io.contactsync.cli.(*)..").should().beFreeOfCycles().check(CLASSES);
        check(noClasses().that().resideInAPackage("io.contactsync.cli.*..").should()
                .dependOnClassesThat().resideInAPackage("io.contactsync.cli"));
    }

    @Test
    void roomsKnowEachOtherOneWay() {
        check(noClasses().that().resideInAPackage(JOURNAL).should().dependOnClassesThat()
                .resideInAnyPackage(SOURCE, CONTACT, RUN, GRAPH));
        check(noClasses().that().resideInAPackage(CONTACT).should().dependOnClassesThat()
                .resideInAnyPackage(SOURCE, JOURNAL, RUN));
        check(noClasses().that().resideInAPackage(SOURCE).should().dependOnClassesThat()
                .resideInAnyPackage(JOURNAL, RUN));
        check(noClasses().that().resideInAPackage(CSV).should().dependOnClassesThat(
                resideInAPackage("io.contactsync..").and(not(resideInAPackage(CSV)))));
        check(noClasses().that().resideInAPackage(PROBLEM).should().dependOnClassesThat(
                resideInAPackage("io.contactsync..").and(not(resideInAPackage(PROBLEM)))));
        check(noClasses().that().resideOutsideOfPackages(NOTIFY, CLI).should().dependOnClassesThat()
                .resideInAPackage(NOTIFY));
    }

    /** The source and the sandbox have a reader each, and nobody else has one. */
    @Test
    void theCsvRoomStandsAlone() {
        check(noClasses().that().resideInAPackage(CSV).should()
                .dependOnClassesThat(not(resideInAnyPackage(CSV, "java..", "org.apache.commons.csv.."))
                        .and(not(arraysAndPrimitives()))));
        check(noClasses().that().resideOutsideOfPackage(SOURCE).should().dependOnClassesThat().resideInAPackage(CSV));
        String people = "io.contactsync.sandbox.people..";
        // UserExclusion reads one line of the configuration, no file; PlanCsv only writes
        check(noClasses().that().resideOutsideOfPackages(CSV, people).and(not(simpleName("UserExclusion")))
                .and(not(simpleName("PlanCsv"))).should()
                .dependOnClassesThat().resideInAPackage("org.apache.commons.csv.."));
    }

    @Test
    void theKameletRoomStandsAlone() {
        check(noClasses().that().resideInAPackage(KAMELET).should()
                .dependOnClassesThat(resideInAPackage("io.contactsync..").and(not(resideInAPackage(KAMELET)))));
        check(noClasses().that().resideOutsideOfPackages(KAMELET, CLI).should().dependOnClassesThat()
                .resideInAPackage(KAMELET));
    }

    private static DescribedPredicate<JavaClass> arraysAndPrimitives() {
        return DescribedPredicate.describe("arrays and primitives", type -> type.isArray() || type.isPrimitive());
    }

    @Test
    void theProbeStandsAlone() {
        check(noClasses().that().resideInAPackage(PROBE).should()
                .dependOnClassesThat(resideInAPackage("io.contactsync..").and(not(resideInAPackage(PROBE)))));
        check(noClasses().that().resideOutsideOfPackages(PROBE, CLI).should().dependOnClassesThat()
                .resideInAPackage(PROBE));
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

    @Test
    void onlyGraphBatchesMakesRequestsThatWrite() {
        List<String> makers = CLASSES.stream().filter(type -> !resideInAnyPackage(GRAPH, SANDBOX).test(type))
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(GraphRequest.class))
                .map(call -> call.getOrigin().getOwner()).map(JavaClass::getName).distinct().toList();
        assertThat(makers).containsExactly("io.contactsync.contact.GraphBatches");
        assertThat(CLASSES.get("io.contactsync.contact.GraphBatches").getCodeUnits().stream()
                .filter(unit -> makesRequests(unit)).map(JavaCodeUnit::getName)).hasSize(1);
    }

    /**
     * The probe writes too, into one mailbox and with a person's consent: only its guarded door and the envelope around
     * a request make its requests.
     */
    @Test
    void onlyTheGuardedDoorMakesRequestsOfTheProbe() {
        List<String> makers = CLASSES.stream().filter(type -> !type.isEquivalentTo(Call.class))
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Call.class))
                .map(call -> call.getOrigin().getOwner()).map(JavaClass::getName).distinct().sorted().toList();
        assertThat(makers).containsExactly("io.contactsync.probe.Batches", "io.contactsync.probe.MailboxReader");
        assertThat(CLASSES.get("io.contactsync.probe.MailboxReader").getCodeUnits().stream()
                .filter(unit -> unit.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Call.class)))
                .map(JavaCodeUnit::getName)).hasSize(1);
        assertThat(CLASSES.stream().filter(type -> type.isAssignableTo("io.contactsync.probe.MailboxReader"))
                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("MailboxReader", "ProbeMailbox");
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

    private static boolean makesRequests(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(GraphRequest.class));
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
