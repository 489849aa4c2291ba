package io.contactsync.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.contactsync.house.OurClasses.CLASSES;
import static io.contactsync.house.OurClasses.check;
import static io.contactsync.house.Rooms.CLI;
import static io.contactsync.house.Rooms.CLUSTER;
import static io.contactsync.house.Rooms.CONTACT;
import static io.contactsync.house.Rooms.CORE;
import static io.contactsync.house.Rooms.CSV;
import static io.contactsync.house.Rooms.GRAPH;
import static io.contactsync.house.Rooms.JOURNAL;
import static io.contactsync.house.Rooms.KAMELET;
import static io.contactsync.house.Rooms.NOTIFY;
import static io.contactsync.house.Rooms.PROBE;
import static io.contactsync.house.Rooms.PROBLEM;
import static io.contactsync.house.Rooms.RUN;
import static io.contactsync.house.Rooms.SANDBOX;
import static io.contactsync.house.Rooms.SOURCE;
import static io.contactsync.house.Rooms.WORKERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.contactsync.core.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which room knows which. */
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> PURE =
            resideInAnyPackage(CORE, "java.lang..", "java.util..", "java.time..", "java.nio.charset..")
                    .or(name("java.security.MessageDigest")).or(name("java.security.NoSuchAlgorithmException"))
                    .as("the pure part of the JDK");

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

    private static void sandboxRoomKnows(String... rooms) {
        String[] packages = Arrays.stream(rooms).map(room -> "io.contactsync.sandbox." + room).toArray(String[]::new);
        check(noClasses().that().resideInAPackage(packages[0]).should()
                .dependOnClassesThat(resideInAPackage(SANDBOX).and(not(resideInAnyPackage(packages)))));
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
                .resideInAnyPackage(SOURCE, CONTACT, RUN, GRAPH, CLUSTER));
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
        check(noClasses().that().resideOutsideOfPackages(CLUSTER, CLI).should().dependOnClassesThat()
                .resideInAPackage(CLUSTER));
    }

    /** The source and the sandbox have a reader each, and nobody else has one. */
    @Test
    void theCsvRoomStandsAlone() {
        check(noClasses().that().resideInAPackage(CSV).should()
                .dependOnClassesThat(not(resideInAnyPackage(CSV, "java..", "org.apache.commons.csv.."))
                        .and(not(arraysAndPrimitives()))));
        check(noClasses().that().resideOutsideOfPackage(SOURCE).should().dependOnClassesThat().resideInAPackage(CSV));
        String people = "io.contactsync.sandbox.people..";
        // UserExclusion reads one line of the configuration, no file; PlanCsv and AuditCsv only write
        check(noClasses().that().resideOutsideOfPackages(CSV, people).and(not(simpleName("UserExclusion")))
                .and(not(simpleName("PlanCsv"))).and(not(simpleName("AuditCsv")))
                .and(not(simpleName("FormerCsv"))).should()
                .dependOnClassesThat().resideInAPackage("org.apache.commons.csv.."));
    }

    @Test
    void theKameletRoomStandsAlone() {
        check(noClasses().that().resideInAPackage(KAMELET).should()
                .dependOnClassesThat(resideInAPackage("io.contactsync..").and(not(resideInAPackage(KAMELET)))));
        check(noClasses().that().resideOutsideOfPackages(KAMELET, CLI).should().dependOnClassesThat()
                .resideInAPackage(KAMELET));
    }

    /** What machines say to each other knows nothing of runs, nor of the way that it goes. */
    @Test
    void theRoomOfWorkersKnowsNoRun() {
        check(noClasses().that().resideInAPackage(WORKERS).should().dependOnClassesThat(
                resideInAnyPackage("io.contactsync..", "org.apache.camel..")
                        .and(not(resideInAnyPackage(WORKERS, GRAPH)))));
        check(noClasses().that().resideOutsideOfPackages(WORKERS, RUN).should().dependOnClassesThat()
                .resideInAPackage(WORKERS));
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
}
